// Package corpus makes articles of invented news, as many as are wanted, for
// benchmarks and tests of large stores. It is no sample of language: a handful
// of templates are filled with made-up names and figures.
package corpus
