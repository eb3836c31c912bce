// Package serve is the server that the API and the pages stand on: who asks,
// what they may, and how answers leave the house.
//
//		listen ─► front ─► sessions ─► who ─► mux ─► rule of the route ─► handler
//
//	  - front: a request id, the access log, panics, headers that bind browsers,
//	    the real client behind trusted proxies, the host that was asked for
//	  - who: the local user of a Selisik without accounts, the account of a
//	    session's cookie, or that of a token
//	  - rule: each route names the least role that may use it, how large a body
//	    may be, and whether the answer is a stream. A route without a rule is not
//	    served to anybody but admins.
//
// A server on the loopback without accounts takes whoever asks for the local
// user, who may do everything; then requests must name a loopback host (so that
// no page of the web can ask in a browser's name) and come through no proxy. Any
// other address demands accounts, and TLS, a proxy that is trusted, or the word
// that neither is wanted.
//
// Users see the message of a kind of error, with its request's id; the details
// are in the log. No log line, error or audit entry holds a password, a token or
// a cookie: queries of addresses are not logged.
package serve
