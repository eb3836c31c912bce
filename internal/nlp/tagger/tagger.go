package tagger

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/selisik/selisik/internal/lang"
)

// File is the name of the model in a pack.
const File = "tagger.bin"

const magic = "SLKTAG1\n"

// Tagger tags sentences of one language. It is immutable and safe for use by
// several goroutines.
type Tagger struct {
	reader     *Reader
	pos, names *model
	pool       sync.Pool // of *scratch
}

// New opens the pack's model. The error wraps fs.ErrNotExist if there is none.
func New(p *lang.Pack) (*Tagger, error) {
	b, err := p.Model(File)
	if err != nil {
		return nil, err
	}
	t, err := Open(p, b)
	if err != nil {
		return nil, fmt.Errorf("packs/%s/models/%s: %w", p.Tag, File, err)
	}
	return t, nil
}

// Open reads a model that Pack wrote. The tagger keeps b, which must not be
// changed.
func Open(p *lang.Pack, b []byte) (*Tagger, error) {
	if !strings.HasPrefix(string(b[:min(len(b), len(magic))]), magic) {
		return nil, fmt.Errorf("not a tagger")
	}
	b = b[len(magic):]
	var parts [3][]byte
	for i := range parts {
		if len(b) < 4 || len(b)-4 < int(binary.LittleEndian.Uint32(b)) {
			return nil, fmt.Errorf("cut short in part %d", i)
		}
		n := int(binary.LittleEndian.Uint32(b))
		parts[i], b = b[4:4+n], b[4+n:]
	}
	r, err := NewReader(p, parts[0])
	if err != nil {
		return nil, err
	}
	t := &Tagger{reader: r}
	if t.pos, err = openModel(parts[1]); err != nil {
		return nil, err
	}
	if t.names, err = openModel(parts[2]); err != nil {
		return nil, err
	}
	t.pool.New = func() any { return new(scratch) }
	return t, nil
}

// Pack writes a model file: classes as PackClasses writes them, and the two
// chains.
func Pack(classes []byte, pos, names Weights) []byte {
	out := []byte(magic)
	for _, part := range [][]byte{classes, pos.pack(), names.pack()} {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(part)))
		out = append(out, part...)
	}
	return out
}

// PackClasses writes the classes of words, given in small letters.
func PackClasses(of map[string][Classes]byte) []byte {
	rows := make(map[uint32][]byte, len(of))
	for _, w := range slices.Sorted(maps.Keys(of)) { // digits are alike: the last wins
		c := of[w]
		rows[hash(w)] = c[:]
	}
	return packTable(Classes, rows)
}

// Tag returns the part of speech (Universal POS) and the name tag (BIO over
// PER, ORG, LOC) of each word of a sentence. Cost: linear in its length.
func (t *Tagger) Tag(words []string) (pos, names []string) {
	v := t.pool.Get().(*scratch)
	defer t.pool.Put(v)
	t.reader.read(&v.sentence, words)
	pos = t.pos.spell(t.pos.decode(v, len(words), v.sentence.posFeatures))
	names = t.names.spell(t.names.decode(v, len(words), v.sentence.nameFeatures))
	return pos, names
}

// Names returns the name tags alone.
func (t *Tagger) Names(words []string) []string {
	v := t.pool.Get().(*scratch)
	defer t.pool.Put(v)
	t.reader.read(&v.sentence, words)
	return t.names.spell(t.names.decode(v, len(words), v.sentence.nameFeatures))
}

// Common reports whether a word, in small letters, was mostly written small
// inside the sentences of the unlabelled text that the model has seen.
func (t *Tagger) Common(lower string) bool {
	row := t.reader.words.row(hash(lower))
	return row != nil && row[2] > 0 && row[2] <= 3
}

func (m *model) spell(path []uint8) []string {
	out := make([]string, len(path))
	for i, l := range path {
		out[i] = m.labels[l]
	}
	return out
}

// Features returns the hashes of the features of each word of a sentence, for
// parts of speech and for names: what the trainer learns weights for.
func (r *Reader) Features(words []string) (pos, names [][]uint32) {
	var s sentence
	r.read(&s, words)
	for i := range words {
		pos = append(pos, s.posFeatures(nil, i))
		names = append(names, s.nameFeatures(nil, i))
	}
	return pos, names
}

// Stream tags sentences read from in, one token a line and a blank line
// between sentences, and writes token, part of speech and name tag, parted by
// tabs, in the same lines.
func (t *Tagger) Stream(out io.Writer, in io.Reader) error {
	w := bufio.NewWriter(out)
	var words []string
	flush := func() {
		pos, names := t.Tag(words)
		for i, word := range words {
			fmt.Fprintf(w, "%s\t%s\t%s\n", word, pos[i], names[i])
		}
		words = words[:0]
	}
	r := bufio.NewReader(in)
	for {
		line, err := r.ReadString('\n')
		if s := strings.TrimRight(line, "\r\n"); s != "" {
			words = append(words, s)
		} else if line != "" {
			flush()
			fmt.Fprintln(w)
		}
		if err == io.EOF {
			flush()
			return w.Flush()
		}
		if err != nil {
			return err
		}
	}
}
