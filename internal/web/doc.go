// Package web is the pages of a Selisik that is served: what a newsroom has
// open all day. It draws what package query reads; it changes things through
// package desk, as the API does.
//
//	front    stories as they stand, live         search   articles, quotes, findings
//	story    a dossier, and its editing          outlet   own and copied text, corrections
//	article  a text with what was read in it     name     a person's or place's stories and quotes
//	compare  two articles side by side           sources, add, audit, settings, help
//
// Pages are html/template, one file here and one in templates for each, and work
// without JavaScript: links, forms and <details>. With it there are keys (j, k,
// /, ?), evidence beside the statement, and a quiet bar when something has
// changed. Nothing is inline and nothing comes from another host.
//
// Strings that came from outside pass face.Line or face.Block, and then the
// template's contextual escaping; addresses pass face.Address. Words are those
// of the packs, keys "web.".
//
// What costs is drawn once for each revision of a story and kept (see shelf), so
// that a page costs a look at the story's row.
package web
