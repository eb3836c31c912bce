package serve

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

type clientKey struct{}

// Client returns the address that a request comes from; behind trusted proxies,
// that which they name.
func Client(r *http.Request) netip.Addr {
	if a, ok := r.Context().Value(clientKey{}).(netip.Addr); ok {
		return a
	}
	return peer(r)
}

// peer is whoever holds the other end of the connection.
func peer(r *http.Request) netip.Addr {
	ap, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	return ap.Addr().Unmap()
}

func (s *Site) trusts(a netip.Addr) bool {
	return slices.ContainsFunc(s.TrustProxy, func(p netip.Prefix) bool { return p.Contains(a) })
}

// behindProxy believes what a trusted proxy says: the client is the last
// address in X-Forwarded-For that is not itself a trusted proxy, and the host is
// that of X-Forwarded-Host. Others' headers mean nothing.
func (s *Site) behindProxy(r *http.Request) *http.Request {
	from := peer(r)
	if s.trusts(from) {
		hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
		for _, hop := range slices.Backward(hops) {
			a, err := netip.ParseAddr(strings.TrimSpace(hop))
			if err != nil {
				break
			}
			if from = a.Unmap(); !s.trusts(from) {
				break
			}
		}
		if host := r.Header.Get("X-Forwarded-Host"); host != "" && !strings.ContainsAny(host, ", /\\@") {
			r.Host = host
		}
	}
	return r.WithContext(context.WithValue(r.Context(), clientKey{}, from))
}

// Origin is how the site is addressed by who asks: "https://desk.example".
func (s *Site) Origin(r *http.Request) string {
	if s.secure() {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// forwarded reports whether a proxy stands before us.
func forwarded(r *http.Request) bool {
	for _, h := range []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via"} {
		if r.Header.Get(h) != "" {
			return true
		}
	}
	return false
}

// rightHost refuses, while only this machine can ask, requests that name
// another host: a page of the web whose name leads here (DNS rebinding).
func (s *Site) rightHost(r *http.Request) bool { return !s.private() || loopback(hostOf(r.Host)) }

func hostOf(hostport string) string {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport
	}
	return strings.Trim(host, "[]")
}

func loopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return strings.EqualFold(host, "localhost") || err == nil && ip.Unmap().IsLoopback()
}
