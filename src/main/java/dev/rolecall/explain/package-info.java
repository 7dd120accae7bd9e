/**
 * How things read: a decision, why it is so and why not otherwise, what would change it, the page
 * for a hiring manager, the catalogue of rules, a questionnaire and the schema of a situation; as
 * text, JSON, HTML and Markdown. Decides nothing.
 */
@NullMarked
package dev.rolecall.explain;

import org.jspecify.annotations.NullMarked;
