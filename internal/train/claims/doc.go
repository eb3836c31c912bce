// Package claims trains the scorer that tells how likely two claims say the
// same, from events labelled by hand (the label format of docs/labels.md).
//
// In go a folder of labels and articles; out comes the table of weights that
// the packs hold as models/claims.tsv, with the score that it reaches on each
// event when it was trained on the others. Logistic regression with a squared
// penalty, fitted by Newton's method: the same input gives the same bytes.
package claims
