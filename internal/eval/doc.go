// Package eval measures dossiers, stories, pages and names against labels
// made by hand, so that a change shows what it did and users can label events
// of their own and measure.
//
// A folder of labels is one of four kinds: dossiers (articles.jsonl and one
// <event>.json an event), stories (articles.jsonl and partition.json), pages
// (expected.jsonl and <id>.html) or, as a single file, names (a token and its
// tag a line). docs/labels.md describes the formats and the metrics.
//
// The figures do not depend on the order of files or on the machine.
package eval
