// Package storetest is the suite that every store.Store passes. It knows only
// the contract: what a method returns, which errors wrap which kind, that writes
// done twice are as done once, and that the order in which things came in does
// not matter. What only one store can show (damaged files, killed processes,
// servers that restart) is tested beside that store. Counts is for other
// packages' tests too.
package storetest
