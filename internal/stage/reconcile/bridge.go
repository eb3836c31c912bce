package reconcile

import "github.com/selisik/selisik/internal/lang"

// pivot is the language that the packs' bilingual tables lead to.
const pivot = "en"

// bridge brings the words of other languages to the pivot's, in stories whose
// coverage is partly in the pivot: of a word's translations it takes the first
// that this coverage uses. Without such coverage it does nothing.
type bridge struct {
	pivot *words
	used  map[string]bool // forms of terms in the pivot's articles
}

// newBridge reads the pivot's part of a story; nil if the story is all in one
// language, or not at all in the pivot.
func (t *table) newBridge() *bridge {
	in := 0
	for i := range t.story.Readings {
		if t.story.Readings[i].Article.Language == pivot {
			in++
		}
	}
	b := &bridge{pivot: t.r.words[pivot], used: map[string]bool{}}
	if in == 0 || in == len(t.story.Readings) || b.pivot == nil {
		return nil
	}
	for i := range t.story.Readings {
		if a := &t.story.Readings[i].Article; a.Language == pivot {
			for _, x := range b.pivot.terms(a.Title + "\n\n" + a.Text) {
				b.used[x.form] = true
			}
		}
	}
	return b
}

// cross returns the pivot's form of a word, or form itself.
func (b *bridge) cross(w *words, x term) string {
	if b == nil || w == b.pivot || b.used[x.form] {
		return x.form
	}
	for _, key := range [3]string{x.lower, w.morph.Stem(x.lower), x.form} {
		for _, e := range w.english[key] {
			if f := b.pivot.stem(e); b.used[f] {
				return f
			}
		}
	}
	return x.form
}

// translations returns the pack's bilingual table by word.
func translations(p *lang.Pack) map[string][]string {
	out := map[string][]string{}
	for _, r := range p.Rows("bilingual") {
		out[r.Cols[0]] = append(out[r.Cols[0]], r.Cols[1])
	}
	return out
}
