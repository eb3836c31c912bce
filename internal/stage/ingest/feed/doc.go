// Package feed reads lists of articles: RSS 1 and 2, Atom, JSON Feed, sitemaps
// and their indexes, OPML; and finds the feeds that a page links to.
//
// In: the bytes of a feed. Out: its items, with the time of publication as the
// feed spells it: gofeed reads "08:01 WIB" as UTC and gives nothing for
// Indonesian weekdays, so its parsed times are not used.
//
//  1. unzip     gzip, within bounds
//  2. decode    to UTF-8: bytes that are UTF-8 are that whatever is declared,
//     else what HTTP declares, else what the XML does
//  3. split     at the borders of the items, so that a feed of any number of
//     items is cut to the newest, and one that is broken gives the items that
//     are whole: gofeed gives none
//  4. parse     gofeed; sitemaps as a stream
package feed
