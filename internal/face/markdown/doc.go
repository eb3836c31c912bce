// Package markdown draws a dossier as CommonMark with GitHub's tables, to be
// pasted into a content management system or an issue: the sections of the
// terminal page, each statement with citations that lead to an evidence section,
// where the exact passages stand as block quotes with outlet, time and address.
//
// Every string of the dossier passes face.Line and then escape, which puts a
// backslash before each character that CommonMark or GFM could read as markup
// (and character references before "<" and "&"), so that no title can become a
// link, an image, a heading, a table cell or HTML. Anchors are plain: a citation
// [1] links to the heading of article 1 in its story.
package markdown
