// Package syndicate writes feeds: RSS 2.0, Atom 1.0 (RFC 4287) and JSON Feed 1.1.
//
// In: a Feed, whose texts may be anything. Out: the document, in which all of it
// is text: nothing of it is markup, control characters are gone, and an address
// that is neither http nor https is left out. Ids are what they were at the last
// time, so that readers show an item once. The same feed gives the same bytes.
package syndicate
