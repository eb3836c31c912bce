// Package terminal draws a dossier as a page of text that an editor reads at
// once: what happened, what independent origins agree on, where the outlets
// differ and who says what, quotes with their wordings, the timeline, who copied
// whom and what each leaves out. It also draws the smaller answers: the list of
// stories, one article, the explanation of an id and the comparison of two
// articles.
//
// In: the public dossier, or a value of package query. Out: UTF-8 text, wrapped
// by display width (East Asian wide characters and emoji count two), with ANSI
// colours only if Options.Color is set. Every string of the dossier passes
// face.Line, so that no byte of the web can move the cursor or turn the text.
// How much is shown is decided here: Options.Max statements a section, and how
// many more there are.
package terminal
