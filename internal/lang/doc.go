// Package lang loads language packs: folders of tables (TSV), patterns and
// trained models that hold everything Selisik knows about a language. No word
// of any language stands in Go code.
//
// A pack is a folder with pack.toml and the tables that tables.go lists; each
// table may be absent. Format of a table: UTF-8 in NFC, LF, columns parted by
// a tab; lines starting with "#" on top tell origin and licence, then a header
// row with the column names, then one entry a line, sorted by bytes of the
// whole line, no line twice. Load checks all that and names file and line of
// whatever is wrong.
//
// The pack "mul" serves no language: it holds what pages in any language may
// hold (lines that are no report, months), and lies under all others.
//
// A Pack is immutable; packages that use one build their own matchers from its
// tables, once, and keep them.
package lang
