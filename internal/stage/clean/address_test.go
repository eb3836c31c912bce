package clean

import "testing"

func TestCanonicalAddresses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"nothing to do", "https://kabar.example/news/1", "kabar.example/news/1"},
		{"scheme, www, port, slash", "http://www.Kabar.example:80/news/1/", "kabar.example/news/1"},
		{"fragment and tracking", "https://kabar.example/a?utm_source=x&id=7&fbclid=q#komentar", "kabar.example/a?id=7"},
		{"parameters in order", "https://kabar.example/a?p=2&id=7", "kabar.example/a?id=7&p=2"},
		{"a port of its own", "http://127.0.0.1:8081/a", "127.0.0.1:8081/a"},
		{"a front page", "https://kabar.example/", "kabar.example"},
		{"not an address", "kabar", ""},
		{"broken", "http://[::1", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := Canonical(c.in); got != c.want {
				t.Errorf("Canonical(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}
