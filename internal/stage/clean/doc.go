// Package clean turns raw documents into articles: main text, title, byline,
// time of publication, language and outlet; and takes out what is not report.
//
// In: news.RawDocument (HTML, plain text, Markdown). Out: news.Article, whose
// Text holds paragraphs parted by a blank line, and whose Removed holds all that
// was taken out, each piece with its reason.
//
//  1. A reader of the format gives lines and facts. HTML: the characters are
//     decoded, a library finds the main text (go-trafilatura, after Barbaresi
//     2021, behind the port extractor), mend puts back prose that stands in the
//     same element; title, byline, time and site come from JSON-LD, Open Graph,
//     microdata and what is printed near the headline. Plain text: a headline
//     in the first line is the title, a stamp among the first lines the time.
//  2. sweep marks lines that are junk by the packs' patterns, headlines that
//     follow a lead-in ("Baca juga:"), and tags after the last credit.
//  3. join puts together what was one paragraph before the page was cut at its
//     links; unglue and trailers take junk out of the inside and off the ends of
//     lines; sweep looks again.
//     edges marks what stands above the dateline and below the report, captions
//     what a photographer's name ends.
//  4. twice, doubles and strangers mark what stands twice and linked headlines
//     that share no word with the article.
//  5. Repeated, over many articles, takes out what an outlet repeats.
//
// Words of languages are in the packs: tables patterns (kinds junk-*,
// headline-*, glue-*, glued-title, lead-related, lead-summary, lead-topics,
// caption-end, end-credit, sign-credit, open-word, title-small, byline-lead,
// text-date), starters, outlets, months, zones,
// stamp-forms. Pages in languages without a pack are served by the pack that is
// common to all.
//
// It does not correct the text: missing blanks and typing mistakes stay. It
// does not read comments, and keeps datelines, which tell place and origin.
package clean
