// Package query is the read side: it answers questions about a dossier
// without changing it. Command line, API and pages all ask here, so they
// cannot disagree.
//
// What comes in is the public object of package dossier; what goes out is
// the same facts ordered for reading: a Page (what a face draws for a story),
// an Explanation (the walk from any id back to the passages it rests on) and a
// Comparison (what two articles share). Everything is a pure function of its
// arguments, in an order that does not depend on map iteration.
//
// It judges nothing anew: statuses, origins and kinds of difference are those
// of the dossier. Where the dossier names no origins, the names shown are read
// off the attribution of the finding's claims, and only if their number is the
// number that the dossier counted.
package query
