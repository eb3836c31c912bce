package lang

// schema lists the tables a pack may hold and their columns, in order. A file
// in a pack that is not listed here is an error, so that a typing mistake in a
// name cannot silently drop a table. Columns whose name ends in "?" may be empty.
var schema = map[string][]string{
	"abbreviations":     {"form", "kind"},                       // dr. title: dots that do not end a sentence
	"months":            {"form", "month"},                      // mei 5
	"weekdays":          {"form", "weekday"},                    // jumat 5; Monday is 1, Sunday 7
	"relative-days":     {"form", "days"},                       // kemarin -1
	"dayparts":          {"form", "from", "to"},                 // malam 18:00 23:59
	"time-units":        {"form", "unit"},                       // pekan week
	"zones":             {"form", "offset"},                     // wib +07:00
	"number-words":      {"form", "value"},                      // tiga 3
	"magnitudes":        {"form", "value"},                      // triliun 1e12
	"vague-numbers":     {"form", "min", "max?"},                // belasan 11 19
	"approximators":     {"form", "kind"},                       // sekitar about; lebih+dari more-than
	"units":             {"form", "unit"},                       // persen %
	"currencies":        {"form", "code"},                       // rp IDR
	"classifiers":       {"form", "unit?"},                      // ekor
	"aspects":           {"form", "aspect"},                     // terluka injury: what the number beside it counts
	"fused-numbers":     {"form", "value", "unit?"},             // seorang 1 orang
	"collectives":       {"form", "value"},                      // kedua 2: before a noun all of them, after one its ordinal
	"ordinal-marks":     {"form", "kind"},                       // ke- before
	"label-units":       {"form", "unit"},                       // usia tahun: words before a number
	"numbered":          {"form"},                               // pasal: the number after it is a name
	"not-numbers":       {"form"},                               // salah satu
	"function-words":    {"form", "kind"},                       // dan conjunction
	"counted-nouns":     {"form", "class"},                      // tentara person
	"measures":          {"unit", "dimension", "factor"},        // km length 1000
	"same-units":        {"form"},                               // di antaranya: the number counts what the one before it does
	"score-words":       {"form"},                               // skor, menang
	"final-words":       {"form"},                               // skor akhir: the score beside it is the last
	"score-units":       {"form"},                               // gol
	"time-words":        {"form", "kind"},                       // pukul clock; lalu past; akhir end
	"seasons":           {"form", "from", "to"},                 // musim gugur 9 11: months, northern
	"place-zones":       {"form", "zone"},                       // austria Europe/Vienna
	"reporting-verbs":   {"form", "stance", "frame"},            // membantah deny verb-subject
	"source-nouns":      {"form", "kind"},                       // polisi official; saksi witness
	"pronouns":          {"form", "kind"},                       // ia third-person
	"attribution-words": {"form", "kind"},                       // oleh by; bahwa that: words that bind a source to its words
	"hedges":            {"form", "kind", "by"},                 // diduga possible alleged
	"negators":          {"form", "kind"},                       // tidak
	"nicknames":         {"form"},                               // alias: between two names of one person
	"titles":            {"form", "kind"},                       // presiden office; dr. honorific
	"offices":           {"form", "kind"},                       // menteri post: one is held at a time; mantan former
	"org-words":         {"form", "kind"},                       // kementerian organisation
	"place-words":       {"form", "kind"},                       // kabupaten place
	"framing":           {"form", "frame", "shade", "of"},       // bajak* seizing harsh deed: words that judge one and the same thing
	"phases":            {"form", "phase"},                      // tiba begin: which end of something a time is of
	"grades":            {"form", "grade"},                      // berat severe: what counts some of the hurt
	"things":            {"form"},                               // truk: the name beside it tells which
	"compass":           {"form", "degrees"},                    // barat laut 315
	"glued-words":       {"form", "side"},                       // yang both: at the head or tail of words run together
	"stopwords":         {"form"},                               //
	"connectives":       {"form", "kind"},                       // karena cause
	"openers":           {"form", "kind"},                       // namun tie; tersebut back: what ties a sentence to the one before
	"roots":             {"form"},                               // the stemmer's lexicon
	"base-words":        {"form"},                               // roots that look like derived words
	"affixes":           {"form", "kind", "strip?", "replace?"}, // the stemmer's rules
	"synonyms":          {"form", "head"},                       // tewas mati
	"bilingual":         {"form", "english"},                    // gempa earthquake
	"patterns":          {"kind", "pattern"},                    // junk-advert, attribution, dateline …
	"notice-words":      {"form", "kind"},                       // ralat sign: no notice of a correction is without one of them
	"outlets":           {"domain", "name", "kind", "group?"},   // detik.com Detik outlet Trans Media
	"agencies":          {"form", "name"},                       // afp AFP
	"places":            {"form", "name", "kind"},               // korut Korea Utara country
	"names":             {"form", "kind"},                       // frequent given names, organisations
	"markers":           {"form", "weight"},                     // words that tell the language
	"stamp-forms":       {"pattern", "form"},                    // (\d)h(\d\d) $1:$2: what a stamp of publication is read as
	"starters":          {"form", "weight"},                     // namun 6.4: how much more often it begins a sentence than stands in a title
	"phrases":           {"key", "text"},                        // the brief's and the faces' own words
}
