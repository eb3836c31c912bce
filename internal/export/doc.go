// Package export writes dossiers in the forms in which they leave Selisik: for
// readers (JSON, Markdown, HTML, ODT), for spreadsheets (CSV), for annotation
// tools (W3C Web Annotation), for archives of provenance (PROV-JSON), for
// fact-checkers (drafts of schema.org ClaimReview) and for proof (a web archive
// of the raw documents).
//
// In: a dossier, and for the web archive what the store has of its documents.
// Out: bytes that depend on nothing else: no clock, no map order, no time in a
// zip. Every form but Markdown, HTML and ODT, which are for reading, holds all
// that it is about. docs/exports.md tells what stands where, docs/verify.md how
// a third party checks an export without Selisik.
package export
