// Package account keeps who may use a Selisik that is served: accounts with a
// role and a password, tokens for programs, and sessions of browsers.
//
// What is kept, in store.Records:
//
//   - "accounts": by name; role, Argon2id hash of the password (RFC 9106), and a
//     stamp that changes with the password, so that a change ends all sessions;
//   - "tokens": by id; account, label, role, SHA-256 of the secret. The secret
//     has 256 random bits, is shown once and is compared in constant time;
//   - "sessions": by SHA-256 of the cookie's value, as package scs wants them;
//   - "failures": counts of failed sign-ins, for an hour.
//
// An account may have an Identity: who signs in to it through an OpenID Connect
// provider, known by issuer and subject and by nothing else.
//
// Sign-in is slowed: after some failures from one address, or for one name, each
// further one doubles the wait, at all processes that share the store. A name
// that is unknown costs as much time as a wrong password.
//
// Every change goes into the log of edits, without secrets. Errors, too, hold
// none. The package reads no clock.
package account
