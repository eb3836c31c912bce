// Package poll asks feeds for what is new, and pages for what has changed. It
// keeps nothing: what it learns of a feed is a value that it is given and
// returns.
//
// In: a news.Feed, its news.FeedState and the time. Out: the items that are
// new or changed, and the next state, which says when the next poll is due.
//
//  1. ask        conditionally (package fetch: robots.txt, a limiter per host
//     that feeds and pages share). After a failure, and once a day, the
//     whole is asked for, so that no 304 stands for a feed that nobody has
//     read
//  2. read       RSS, Atom, JSON Feed, sitemaps and their indexes (package
//     feed); a page only where the feed is one, else it is an error that
//     names the feeds it links to
//  3. compare    with the items seen
//  4. correct    stamps of a feed that labels local time as UTC: its new items
//     come from the future by whole hours
//  5. schedule   by the rhythm of the feed's new items; after failures ever
//     later, not before Retry-After; rarely, once days of nothing but
//     permanent failures have passed
//
// A permanent redirect is followed for good once it has led to a feed at three
// polls in a row. Jitter follows from the feed's id: the same calls give the
// same states.
//
// Times of items stay as the feed spells them, for cleaning reads them with
// the words of every language. Whether a clock lies is judged only by stamps
// that Options.Stamp reads: by default the forms of RFC 822 and RFC 3339, since
// the lie is about a machine's label. Ingest knows no language, so a reader of
// "Selasa, 10 Juni 2025 08:01 GMT" is handed in (when.Stamper is one).
package poll
