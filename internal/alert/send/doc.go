// Package send tells people over the network what package alert has to tell:
// webhooks by HTTP, mail by SMTP.
//
//   - Webhook posts the JSON once, signed as Standard Webhooks has it: the
//     headers webhook-id, webhook-timestamp and webhook-signature, the last
//     "v1," and the base64 of HMAC-SHA256 over "id.timestamp.body". It connects
//     to public addresses on ports 80 and 443 only (code.dny.dev/ssrf in the
//     dialer, after the name is resolved), follows no redirect, knows no proxy,
//     and reads at most 64 KiB of the answer, which it throws away.
//   - Mail hands one text message to a server of the operator's, with TLS from
//     the first byte (smtps) or by STARTTLS (smtp), which it insists on unless
//     the server is this machine. Nothing in a message can end a header line.
//
// What may work later is an error; what never will wraps news.ErrInvalid. No
// error holds an address's path, a password or a secret.
package send
