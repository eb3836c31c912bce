package feed

import "bytes"

// parts are the pieces of a feed in XML: what stands before the first item, the
// items that are whole, and how to close what the head leaves open.
type parts struct {
	head  []byte
	items [][]byte
	tail  []byte
	whole bool // nothing was cut off
}

// join makes a feed of some of the items.
func (p parts) join(items ...[]byte) []byte {
	n := len(p.head) + len(p.tail)
	for _, it := range items {
		n += len(it)
	}
	out := append(make([]byte, 0, n), p.head...)
	for _, it := range items {
		out = append(out, it...)
	}
	return append(out, p.tail...)
}

// split finds the items of b. It reads only the borders of elements, so that
// what is inside of an item may be as broken as it likes. Cost: one pass.
func split(b []byte) parts {
	var (
		p     parts
		open  [][]byte // elements before the first item
		name  []byte   // of the items' element
		start = -1     // of the present item
	)
	for i := 0; i < len(b); {
		t, next, ok := nextTag(b, i)
		if !ok {
			break
		}
		i = next
		switch {
		case start >= 0:
			if t.closes && bytes.Equal(t.name, name) {
				p.items = append(p.items, b[start:next])
				start = -1
			}
		case !t.closes && isItem(t.name) && (name == nil || bytes.Equal(t.name, name)):
			if name == nil {
				name, p.head = t.name, b[:t.start]
			}
			if !t.empty {
				start = t.start
			}
		case name == nil:
			open = follow(open, t)
		default:
			p.whole = p.whole || t.closes && len(open) > 0 && bytes.Equal(t.name, open[0])
		}
	}
	for i := len(open) - 1; i >= 0; i-- {
		p.tail = append(append(append(p.tail, '<', '/'), open[i]...), '>')
	}
	return p
}

// follow keeps the list of open elements.
func follow(open [][]byte, t tag) [][]byte {
	switch {
	case t.empty:
	case !t.closes:
		return append(open, t.name)
	case len(open) > 0 && bytes.Equal(open[len(open)-1], t.name):
		return open[:len(open)-1]
	}
	return open
}

func isItem(name []byte) bool {
	_, local, found := bytes.Cut(name, []byte(":"))
	if !found {
		local = name
	}
	return bytes.EqualFold(local, []byte("item")) || bytes.EqualFold(local, []byte("entry"))
}

// tag is one start or end of an element.
type tag struct {
	start         int
	name          []byte
	closes, empty bool
}

// nextTag finds the next tag at or after i, over character data, comments and
// declarations; next is after its end. ok is false if there is no whole one.
func nextTag(b []byte, i int) (t tag, next int, ok bool) {
	for {
		at := bytes.IndexByte(b[i:], '<')
		if at < 0 {
			return t, len(b), false
		}
		i += at
		end, markup := after(b, i)
		if end < 0 {
			return t, len(b), false
		}
		if !markup {
			return tagAt(b, i, end), end, true
		}
		i = end
	}
}

// after returns where what begins with "<" at i ends, -1 if it does not; markup
// tells that it is no tag.
func after(b []byte, i int) (end int, markup bool) {
	for _, m := range []struct{ open, close string }{{"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}, {"<!", ">"}, {"<", ">"}} {
		if !bytes.HasPrefix(b[i:], []byte(m.open)) {
			continue
		}
		at := bytes.Index(b[i:], []byte(m.close))
		if at < 0 {
			return -1, true
		}
		return i + at + len(m.close), m.open != "<"
	}
	return -1, true
}

func tagAt(b []byte, start, end int) tag {
	body := b[start+1 : end-1]
	t := tag{start: start, closes: bytes.HasPrefix(body, []byte("/")), empty: bytes.HasSuffix(body, []byte("/"))}
	body = bytes.Trim(body, "/ \t\r\n")
	if i := bytes.IndexAny(body, " \t\r\n"); i >= 0 {
		body = body[:i]
	}
	t.name = body
	return t
}
