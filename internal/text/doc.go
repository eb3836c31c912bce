// Package text holds what every other package says about pieces of text:
// spans in bytes, their conversion to code points, and normal forms for
// comparison. It imports nothing of Selisik and knows no language.
//
// Inside the program offsets are bytes; outside (the dossier's JSON) they are
// Unicode code points, the convention of W3C TextPositionSelector. Offsets
// converts between the two and is the only place where that happens.
package text
