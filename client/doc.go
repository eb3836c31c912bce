// Package client asks a served Selisik from a Go program: stories and their
// dossiers, search, adding, and what changes.
//
//	c := client.New("https://desk.example", client.Options{Token: os.Getenv("SELISIK_TOKEN")})
//	for s, err := range c.Stories(ctx, client.Choice{MinOrigins: 3, Words: "banjir"}) { … }
//
// It needs nothing but the standard library. Errors of the server are *Error,
// with the status and the request's id. What the API can do beyond this is
// described at /api of the server.
package client
