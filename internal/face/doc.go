// Package face holds what the faces of a dossier (terminal, Markdown, HTML)
// share: the interface's words, dates and numbers in the reader's language,
// and the first of the two guards against what the web may carry.
//
// Every string of a dossier that a face shows goes through Line or Block,
// which take out control characters, bidirectional overrides and other
// characters that are not seen; each face then escapes what is special in its
// own format. Addresses go through Address, which lets only http and https
// through. Words come from the language pack's phrases (keys "face.*").
package face
