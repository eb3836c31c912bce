// Package api serves /api/v1: what programs ask of a store and do to it, as JSON.
//
// Each operation is written once, as types and a function; package huma makes
// the checks of what comes in and the OpenAPI 3.1 document at /openapi.json of
// the types, and /api is our own page of it. Every operation names the least
// role that may use it. Errors are problems (RFC 9457) with the status that
// package serve's table gives their kind.
//
// Answers to GET carry an ETag of their bytes; If-None-Match saves sending what
// has not changed. Listings go by pages: "next" of one is "after" of the
// following; a page may be short while there is a next one.
//
// What is asked is answered by packages query and desk; here it is only read
// and written.
package api
