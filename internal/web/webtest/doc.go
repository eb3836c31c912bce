// Package webtest opens a Selisik with the example coverage of this repository,
// for tests of the pages and for pictures of them.
package webtest
