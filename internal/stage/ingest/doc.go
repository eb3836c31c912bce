// Package ingest reads what the user named (files, folders, standard input,
// URLs) into raw documents. It is the only package that uses the network.
//
// In: paths, "-" and http(s) addresses. Out: news.RawDocument values, one an
// article, in the order named, made while they are asked for, so that an
// archive of any size passes through bounded memory.
//
//  1. open     a file, a folder's files by name, standard input, an address
//     (package fetch: address guard, robots.txt, caps)
//  2. unpack   gzip, with a guard against bombs (package gz)
//  3. sniff    what the bytes are; the extension decides only where they do
//     not
//  4. parse    JSON Lines, JSON, CSV, WARC (package warc), feeds (package
//     feed); or the whole is one page or text
//  5. decode   plain text to UTF-8; pages are left as they came, with the
//     character set that HTTP declared, for clean
//
// Formats: text and Markdown; HTML and XHTML; JSON Lines; JSON (a record, a
// list of records, an object that holds one, JSON Feed); CSV with a header row;
// WARC 1.0 and 1.1; RSS, Atom, sitemaps and OPML. Each may be compressed with gzip. The
// names under which records keep their fields are data: fields.tsv.
//
// A document of a container is named path:LINE (JSON Lines, CSV) or
// path#N, the N-th record from 1 (JSON, WARC, feeds).
//
// What cannot be used is told to Options.Problem in one line each and the rest
// is still read. Ingest does not look for the article in a page, knows no
// language and keeps no cache.
package ingest
