package dev.rolecall.explain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How a page looks: on a screen, light and dark, and on paper. */
final class OnePageStyle {

  static final String CSS =
      """

      :root {
        --ground: #ffffff; --ink: #1b2230; --quiet: #4a5466; --line: #c3cad6; --panel: #f4f6fa;
        --accent: #1d4f91; --warn-ground: #fff3d1; --warn-ink: #4d3400; --warn-line: #b47a00;
      }
      @media screen and (prefers-color-scheme: dark) {
        :root {
          --ground: #12161d; --ink: #e9ecf2; --quiet: #b3bccb; --line: #3c4656; --panel: #1b212b;
          --accent: #93bdf5; --warn-ground: #35290c; --warn-ink: #ffe4a8; --warn-line: #d9a12e;
        }
      }
      * { box-sizing: border-box; }
      html { background: var(--ground); }
      body {
        margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 3rem;
        background: var(--ground); color: var(--ink);
        font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
        overflow-wrap: anywhere;
      }
      h1, h2, h3, p, ul, ol, dl, dd { margin: 0; }
      .case { color: var(--quiet); }
      h1 { font-size: 2rem; line-height: 1.2; }
      h2 { font-size: 1.0625rem; line-height: 1.4; margin-bottom: .25rem; }
      h3 { font-size: 1rem; line-height: 1.4; margin-top: .35rem; }
      .marks { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem; margin: .5rem 0; }
      .marks li { border: 1px solid var(--accent); color: var(--accent); border-radius: 1rem; padding: 0 .7rem; font-size: .875rem; }
      .because { font-size: 1.125rem; }
      section { margin-top: 1.25rem; }
      .warning {
        background: var(--warn-ground); color: var(--warn-ink); border: 1px solid var(--warn-line);
        border-left-width: .4rem; border-radius: .35rem; padding: .65rem 1rem;
      }
      .warning strong { display: block; margin-top: .3rem; }
      table { width: 100%; border-collapse: collapse; margin-top: .4rem; }
      th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
      thead th { background: var(--panel); border-bottom: 2px solid var(--line); }
      tbody th { width: 11rem; font-weight: 600; }
      th { overflow-wrap: break-word; }
      .left-out { display: none; }
      .case { margin-bottom: .15rem; }
      section > .quiet { margin-top: .3rem; }
      td + td { border-left: 1px solid var(--line); }
      .voice { display: block; font-weight: 400; font-size: .875rem; color: var(--quiet); }
      .quiet { color: var(--quiet); font-size: .9375rem; }
      ul { padding-left: 1.25rem; }
      ol { padding-left: 1.9rem; }
      .questions .quiet { display: block; }
      .cards { columns: 2 24rem; column-gap: 2rem; margin-top: 1.25rem; }
      .cards section { break-inside: avoid; margin: 0 0 1.1rem; }
      footer { margin-top: 1.5rem; border-top: 1px solid var(--line); padding-top: .6rem; color: var(--quiet); font-size: .875rem; }
      dl { display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; }
      dt, dd { display: inline; }
      dt { font-weight: 600; }
      @media screen and (max-width: 40rem) {
        body { padding: 1.25rem 1rem 2rem; }
        h1 { font-size: 1.6rem; }
        table { font-size: .875rem; hyphens: auto; }
        th, td { padding: .3rem .35rem; }
        tbody th { width: 27%; }
      }
      @page { size: A4 portrait; margin: 11mm 13mm; }
      @media print {
        html { font-size: 8.5pt; }
        html:has(.short) { font-size: 10pt; }
        html:has(.longest) { font-size: 8pt; }
        body { max-width: none; padding: 0; line-height: 1.32; }
        h1 { font-size: 1.7rem; }
        .case { max-height: 2.7em; overflow: hidden; }
        section { margin-top: .7rem; }
        .warning { padding: .35rem .7rem; }
        th, td { padding: .15rem .5rem; }
        .cards { columns: 2; column-gap: 1.6rem; margin-top: .7rem; }
        .cards section { margin-bottom: .6rem; break-inside: auto; }
        h2, h3 { break-after: avoid; }
        li { break-inside: avoid; }
        footer { margin-top: .6rem; padding-top: .3rem; }
        .questions .quiet { display: inline; }
        .long .last li:nth-child(n+4), .longest .last ul { display: none; }
        .long .left-out { display: block; }
        .longest .questions li:nth-child(n+9), .longest .cards li:nth-child(n+4) { display: none; }
      }
      """;

  private OnePageStyle() {}

  /** Nothing may be loaded or run, and no style but this one counts. */
  static String policy(String css) {
    return "default-src 'none'; style-src 'sha256-"
        + hash(css)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
