// Package openid lets people sign in through an OpenID Connect provider: the
// authorization code flow with PKCE (RFC 6749, RFC 7636, OpenID Connect Core
// 1.0), by packages go-oidc and oauth2.
//
//	Begin  ─► address of the provider, and a Try that the session keeps
//	Finish ─► Try and the provider's answer ─► Person: subject, names, role
//
// What is held to, in this order: the answer comes within ten minutes and has the
// state of the session's Try, which serves once; the answer's issuer, if it names
// one or the provider says that it does (RFC 9207), is ours; the code is exchanged
// with the verifier; the ID token is signed with a public key of the provider,
// names the issuer, us as audience and as authorised party, has not expired, and
// has our nonce; the access token has its hash, if it names one. Secrets are
// compared in constant time.
//
// The role follows from the person's groups. Mail addresses count only where a
// domain is asked for, and then only verified ones.
//
// The provider is asked when it is first needed, so that a server starts without
// it. Its addresses are not held to the guard of addresses that are read for
// people: whoever runs the server names them, and they often are internal.
// Redirects are not followed.
//
// No error holds a secret, a code or a token. The package reads no clock.
package openid
