package relational

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// counts tell how often each stem stands in an article.
//
// Packed, stems are sorted, and each is: how many bytes it shares with the one
// before, how many more follow, those, and its counts in title and body; all
// numbers are varints.
type counts struct {
	words int
	stems []count
}

type count struct {
	stem        string
	title, body int
}

func countTerms(t store.Terms) counts {
	of := map[string]*count{}
	add := func(stem string) *count {
		c := of[stem]
		if c == nil {
			c = &count{stem: stem}
			of[stem] = c
		}
		return c
	}
	for _, s := range t.Title {
		add(s).title++
	}
	for _, s := range t.Body {
		add(s).body++
	}
	out := counts{words: len(t.Title) + len(t.Body), stems: make([]count, 0, len(of))}
	for _, c := range of {
		out.stems = append(out.stems, *c)
	}
	slices.SortFunc(out.stems, func(a, b count) int { return strings.Compare(a.stem, b.stem) })
	return out
}

func (c counts) pack() []byte {
	out := make([]byte, 0, 8*len(c.stems)+1)
	before := ""
	for _, s := range c.stems {
		n := 0
		for n < len(before) && n < len(s.stem) && before[n] == s.stem[n] {
			n++
		}
		out = binary.AppendUvarint(out, uint64(n))
		out = binary.AppendUvarint(out, uint64(len(s.stem)-n))
		out = append(out, s.stem[n:]...)
		out = binary.AppendUvarint(out, uint64(s.title))
		out = binary.AppendUvarint(out, uint64(s.body))
		before = s.stem
	}
	return out
}

// eachCount calls yield for the stems of packed counts, in order. The stem is
// not valid after the call.
func eachCount(b []byte, yield func(stem []byte, title, body int)) error {
	var stem []byte
	for len(b) > 0 {
		n, ok1 := number(&b)
		more, ok2 := number(&b)
		if !ok1 || !ok2 || n > len(stem) || more > len(b) {
			return fmt.Errorf("damaged terms: %w", news.ErrInvalid)
		}
		stem = append(stem[:n], b[:more]...)
		b = b[more:]
		title, ok1 := number(&b)
		body, ok2 := number(&b)
		if !ok1 || !ok2 {
			return fmt.Errorf("damaged terms: %w", news.ErrInvalid)
		}
		yield(stem, title, body)
	}
	return nil
}

// unpackStems returns the stems of packed counts, sorted.
func unpackStems(b []byte) (out []string, err error) {
	err = eachCount(b, func(stem []byte, _, _ int) { out = append(out, string(stem)) })
	return out, err
}

// countsOf returns how often stems stand in title and body by packed counts.
func countsOf(b []byte, stems []string) (title, body []int, err error) {
	title, body = make([]int, len(stems)), make([]int, len(stems))
	err = eachCount(b, func(stem []byte, inTitle, inBody int) {
		for i, s := range stems {
			if string(stem) == s {
				title[i], body[i] = inTitle, inBody
			}
		}
	})
	return title, body, err
}

// number takes a varint off the front of b.
func number(b *[]byte) (int, bool) {
	v, n := binary.Uvarint(*b)
	if n <= 0 || v > 1<<30 {
		return 0, false
	}
	*b = (*b)[n:]
	return int(v), true
}

// list returns the stems, sorted.
func (c counts) list() []string {
	out := make([]string, len(c.stems))
	for i, s := range c.stems {
		out[i] = s.stem
	}
	return out
}
