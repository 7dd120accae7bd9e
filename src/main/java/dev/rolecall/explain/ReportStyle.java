package dev.rolecall.explain;

/** What the page of many decisions looks like, beyond what {@link OnePageStyle} says. */
final class ReportStyle {

  static final String CSS =
      """

      a { color: var(--accent); }
      .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      th.number { white-space: normal; }
      .counts { table-layout: fixed; }
      .counts tbody th { width: auto; font-weight: 400; }
      .counts .number { width: 6rem; }
      .counts th:last-child { width: 45%; text-align: left; }
      .share { display: inline-block; width: 3.8rem; text-align: right; font-variant-numeric: tabular-nums; }
      .bar { display: inline-block; vertical-align: middle; width: calc(100% - 4.6rem); height: .8rem; margin-left: .4rem; }
      .bar rect { fill: var(--accent); }
      .rows { table-layout: fixed; }
      .rows thead th:nth-child(1) { width: 14%; }
      .rows thead th:nth-child(2) { width: 23%; }
      .rows thead th:nth-child(3) { width: 22%; }
      .aside { display: block; color: var(--quiet); font-size: .875rem; }
      .groups { width: auto; min-width: 60%; }
      .groups tbody th { width: auto; }
      .requisition { display: none; }
      .requisition:target { display: block; }
      body:has(.requisition:target) > .overview { display: none; }
      .back { margin-bottom: 1rem; }
      @media screen and (max-width: 40rem) {
        .share { width: auto; }
        .bar { display: block; width: 100%; margin: .2rem 0 0; }
        .counts .number { width: 4rem; }
        .counts th:last-child { width: 33%; }
        .rows, .rows tbody, .rows tr, .rows th, .rows td { display: block; width: auto; border: 0; padding: .1rem 0; }
        .rows thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
        .rows tbody tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
        .rows td:nth-child(3)::before { content: "\\2192  "; }
        .groups { display: block; overflow-x: auto; }
      }
      @media print {
        html, html:has(.short), html:has(.longest) { font-size: 9pt; }
        html:has(.requisition:target) { font-size: 8.5pt; }
        html:has(.short:target) { font-size: 10pt; }
        html:has(.longest:target) { font-size: 8pt; }
        a { color: inherit; text-decoration: none; }
        .back { display: none; }
        tr { break-inside: avoid; }
        .groups { break-inside: avoid; }
        .bar rect { fill: #1b2230; print-color-adjust: exact; }
      }
      """;

  private ReportStyle() {}
}
