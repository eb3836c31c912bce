// Package html draws a dossier as one self-contained page: no network, no
// other file. Every statement opens the passages it rests on inside the text
// of their articles; there are the coverage matrix, the copy graph and the
// timeline (SVG, drawn here), quotes in their wordings side by side, the
// differences value by value, and what cleaning removed.
//
// In: the public dossier. Out: HTML5 with inline style and script, both named
// by their hash in a Content-Security-Policy that allows nothing else, so that
// even a mistake in escaping could run no script and fetch nothing. Strings
// pass face.Line or face.Block and html/template's contextual escaping.
//
// Without JavaScript the page still works: statements are links to anchors
// inside the articles' text, which stand in <details>. With it, the passage is
// marked in a panel beside the statement (a sheet at the bottom on narrow
// screens). The script builds the panel from the page's own elements and never
// from strings of markup.
package html
