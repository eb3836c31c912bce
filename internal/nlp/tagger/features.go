package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/phrase"
	"github.com/selisik/selisik/internal/nlp/token"
)

// Classes is how many classes a word has in the words table.
const Classes = 5

// Reader turns sentences into features. It is immutable and safe for use by
// several goroutines.
type Reader struct {
	words *table // may be nil: no classes
	// phrases of titles, of words that head names of organisations and
	// places; and names
	tabs [2]phrase.Table[uint32]
}

// NewReader builds a reader from the pack's tables. classes, as PackClasses
// writes them, may be nil.
func NewReader(p *lang.Pack, classes []byte) (*Reader, error) {
	r := &Reader{}
	if classes != nil {
		t, err := openTable(classes)
		if err != nil {
			return nil, err
		}
		r.words = &t
	}
	s := token.New(p)
	add := func(tab int, form, kind string) {
		t := s.Split(strings.TrimSuffix(form, "."))
		ws := make([]string, len(t.Tokens))
		for i := range ws {
			ws[i] = t.Word(i)
		}
		r.tabs[tab].Add(ws, hash(kind))
	}
	for _, name := range []string{"org-words", "place-words", "titles"} {
		for _, row := range p.Rows(name) {
			if row.Cols[1] != "link" && row.Cols[1] != "of" {
				add(0, row.Cols[0], row.Cols[1])
			}
		}
	}
	for _, row := range p.Rows("places") {
		add(1, row.Cols[0], "place")
	}
	for _, row := range p.Rows("names") {
		add(1, row.Cols[0], row.Cols[1])
	}
	return r, nil
}

// sentence is a sentence being read, with what the features need of each word.
type sentence struct {
	words []string
	info  []info
}

// info is what is known of one word.
type info struct {
	lower, exact     uint32 // hashes of the word
	shape, short     uint32
	pre, suf         [3]uint32 // of 2, 3, 4 runes
	gaz              [2]uint32 // hash of the kind of phrase; its complement inside
	class            [Classes]byte
	caps, first, low bool
	text             string
}

func (s *sentence) Word(i int) string  { return s.words[i] }
func (s *sentence) Lower(i int) string { return s.info[i].text }

// read fills s with what is known of the words.
func (r *Reader) read(s *sentence, words []string) {
	s.words = words
	if cap(s.info) < len(words) {
		s.info = make([]info, len(words))
	}
	s.info = s.info[:len(words)]
	start := true
	for i, w := range words {
		s.info[i] = describe(w)
		f := &s.info[i]
		f.first = start
		start = start && !hasLetter(w) || w == "." || w == ":" || w == "\"" || w == "“" || w == "?" || w == "!"
		if r.words != nil {
			if row := r.words.row(f.lower); row != nil {
				copy(f.class[:], row)
			}
		}
	}
	for tab := range r.tabs {
		for i := 0; i < len(words); {
			n, k := r.tabs[tab].At(s, i, len(words))
			for j := range n {
				s.info[i+j].gaz[tab] = k
				if j > 0 {
					s.info[i+j].gaz[tab] = ^k
				}
			}
			i += max(n, 1)
		}
	}
}

func hasLetter(w string) bool { return strings.IndexFunc(w, unicode.IsLetter) >= 0 }

// describe reads one word.
func describe(w string) info {
	f := info{text: strings.ToLower(w), exact: hash(w)}
	f.lower = hash(f.text)
	f.caps = first(w, unicode.IsUpper)
	f.low = first(w, unicode.IsLower)
	f.shape, f.short = shapes(w)
	n := utf8.RuneCountInString(f.text)
	for k := range 3 {
		if n > k+2 {
			f.pre[k] = hash(f.text[:runes(f.text, k+2)])
			f.suf[k] = hash(f.text[runes(f.text, n-k-2):])
		}
	}
	return f
}

func first(w string, is func(rune) bool) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return is(r)
}

// runes returns the byte offset of the n-th rune.
func runes(s string, n int) int {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, k := utf8.DecodeRuneInString(s[i:])
		i += k
	}
	return i
}

// shapes returns hashes of the word's shape ("Xxxxx", "00.000") and of the
// shape with repeats dropped.
func shapes(w string) (long, short uint32) {
	long, short = offset, offset
	var last byte
	n := 0
	for _, r := range w {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '0'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if n++; n <= 6 {
			long = (long ^ uint32(c)) * prime
		}
		if c != last {
			short = (short ^ uint32(c)) * prime
		}
		last = c
	}
	return long, short
}

const (
	offset uint32 = 2166136261
	prime  uint32 = 16777619
)

// hash is FNV-1a with digits alike.
func hash(s string) uint32 {
	h := offset
	for i := range len(s) {
		c := s[i]
		if c >= '0' && c <= '9' {
			c = '0'
		}
		h = (h ^ uint32(c)) * prime
	}
	return h
}

// mix joins hashes to the hash of a feature of the given template.
func mix(template uint32, hs ...uint32) uint32 {
	h := (template + 1) * 0x9e3779b1
	for _, x := range hs {
		h ^= x
		h *= 0x85ebca6b
		h ^= h >> 13
	}
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// edge describes the words beyond a sentence.
var edge = info{lower: 1, exact: 1, shape: 1, short: 1}

func (s *sentence) at(i int) *info {
	if i < 0 || i >= len(s.info) {
		return &edge
	}
	return &s.info[i]
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// posFeatures appends the features of word i for its part of speech.
func (s *sentence) posFeatures(fs []uint32, i int) []uint32 {
	p2, p, w, n, n2 := s.at(i-2), s.at(i-1), s.at(i), s.at(i+1), s.at(i+2)
	fs = append(fs, mix(0),
		mix(1, w.lower), mix(2, p.lower), mix(3, n.lower), mix(4, p2.lower), mix(5, n2.lower),
		mix(6, p.lower, w.lower), mix(7, w.lower, n.lower),
		mix(8, w.shape), mix(9, w.short, bit(w.first)),
		mix(10, p.suf[1]), mix(11, n.suf[1]), mix(12, n.pre[1]))
	for k := range 3 {
		fs = append(fs, mix(13+uint32(k), w.pre[k]), mix(16+uint32(k), w.suf[k]))
	}
	return append(fs, mix(19, w.pre[0], w.suf[1]), mix(20, uint32(w.class[0])), mix(21, uint32(p.class[0]), uint32(w.class[0])),
		mix(22, uint32(w.class[0]), uint32(n.class[0])), mix(23, uint32(w.class[2]), bit(w.caps)), mix(24, uint32(p.class[0])), mix(25, uint32(n.class[0])))
}

// nameFeatures appends the features of word i for names.
func (s *sentence) nameFeatures(fs []uint32, i int) []uint32 {
	p2, p, w, n, n2 := s.at(i-2), s.at(i-1), s.at(i), s.at(i+1), s.at(i+2)
	caps := bit(w.caps) | bit(w.first)<<1
	fs = append(fs, mix(40),
		mix(41, w.lower), mix(42, p.lower), mix(43, n.lower), mix(44, p2.lower), mix(45, n2.lower),
		mix(46, p.lower, w.lower), mix(47, w.lower, n.lower), mix(48, w.exact),
		mix(49, p.lower, caps), mix(50, n.lower, caps), mix(51, p2.lower, p.lower, caps),
		mix(52, w.shape), mix(53, w.short, bit(w.first)), mix(54, p.short), mix(55, n.short),
		mix(56, p.short, w.short), mix(57, w.short, n.short), mix(58, p.short, w.short, n.short),
		mix(59, p.suf[1], caps), mix(60, n.lower, n2.lower, caps))
	for k := range 3 {
		fs = append(fs, mix(61+uint32(k), w.pre[k], caps), mix(64+uint32(k), w.suf[k], caps))
	}
	for d := -1; d <= 1; d++ {
		x := s.at(i + d)
		u := uint32(d + 1)
		fs = append(fs, mix(67, u, x.gaz[0], caps), mix(68, u, x.gaz[1], caps),
			mix(69, u, uint32(x.class[0])), mix(70, u, uint32(x.class[1]), caps), mix(71, u, uint32(x.class[2]), caps),
			mix(72, u, uint32(x.class[3]), caps), mix(73, u, uint32(x.class[4]), caps))
	}
	return append(fs, mix(74, p.gaz[0], w.gaz[1], caps), mix(75, w.gaz[1], n.gaz[1]),
		mix(76, uint32(p.class[1]), uint32(w.class[1]), caps), mix(77, uint32(w.class[1]), uint32(n.class[1]), caps))
}
