// Package news is Selisik's vocabulary: what exists, and nothing about how it
// is made. Stages take these values and return new ones; none of them is
// changed after it was handed on. GLOSSARY.md says what each term means.
//
// Offsets in this package are bytes (text.Span). Package dossier turns them
// into the code points of the public JSON.
package news
