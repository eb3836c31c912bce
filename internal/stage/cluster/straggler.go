package cluster

import (
	"cmp"
	"math"
	"slices"

	"github.com/selisik/selisik/internal/nlp/similar"
)

// An article may resemble few of those that tell its story and yet say in
// title and lead what they all say and their neighbours do not. stragglers are
// the articles left alone for which this speaks. What a story says is learnt
// from it and its neighbours as they lie (naive Bayes with Bernoulli events;
// McCallum and Nigam 1998): no word is known beforehand, and a word that a
// whole affair shares speaks for none of its stories.
const (
	settledSize    = 3    // members from which on a story's words can be told
	stragglerWhole = 0.5  // how much likeness to the story as a whole counts
	stragglerTitle = 0.1  // how much the log-odds by the words of titles count
	stragglerLead  = 0.02 // and those of leads, whose words come together
	stragglerLeast = 1.5  // sum from which on one is taken in
	unseenBeside   = 30   // neighbours that every story is taken to have besides
	unseenWithin   = 2    // members, with the words of neighbours, likewise
	surest         = 0.98 // share of articles, at most, that are taken to have a word
)

// takeStragglers joins each article that is alone into the story that it is
// held against best, if that speaks for it. All are held against the stories
// as agglomeration left them.
func (f *forest) takeStragglers(docs []document) {
	best := map[int]proposal{} // by the article
	for i, c := range f.clusters {
		if c == nil || len(c.members) < settledSize {
			continue
		}
		for _, p := range f.stragglers(i, docs) {
			if b, ok := best[p.b]; !ok || p.score > b.score {
				best[p.b] = p
			}
		}
	}
	var list []proposal
	for _, p := range best {
		list = append(list, p)
	}
	slices.SortFunc(list, func(x, y proposal) int { return cmp.Or(cmp.Compare(y.score, x.score), x.b-y.b) })
	for _, p := range list {
		if a, b := f.home[p.a], p.b; !f.clusters[a].sides.forbid(f.clusters[b].sides) {
			f.join(min(a, b), max(a, b))
		}
	}
}

// stragglers returns the articles beside cluster i, alone, that it may take in.
func (f *forest) stragglers(i int, docs []document) []proposal {
	c := f.clusters[i]
	var alone, around []int
	for k := range c.edges {
		if o := f.clusters[k]; len(o.members) == 1 {
			alone = append(alone, k)
		}
		around = append(around, f.clusters[k].members...)
	}
	slices.Sort(alone)
	var out []proposal
	said := map[string]saying{} // by language
	for _, k := range alone {
		d := &docs[k]
		at := slices.IndexFunc(c.parts, func(p part) bool { return p.language == d.language })
		if at < 0 || c.parts[at].size < settledSize {
			continue
		}
		s, ok := said[d.language]
		if !ok {
			s = sayingOf(docs, d.language, c.members, around)
			said[d.language] = s
		}
		whole := f.models.of(d.language, d.language).score(centroids(&c.parts[at], &f.clusters[k].parts[0], c.edges[k]))
		if score := stragglerWhole*whole + s.odds(d) - stragglerLeast; score > 0 {
			out = append(out, proposal{a: i, b: k, score: score})
		}
	}
	return out
}

// saying is what titles and leads of a story say, other than its neighbours'.
type saying struct{ title, lead contrast }

func sayingOf(docs []document, language string, members, around []int) saying {
	own := func(d int) bool { return docs[d].language != language }
	members, around = slices.DeleteFunc(slices.Clone(members), own), slices.DeleteFunc(around, own)
	return saying{
		title: contrastOf(members, around, func(d int) similar.Vector { return docs[d].title }),
		lead:  contrastOf(members, around, func(d int) similar.Vector { return docs[d].lead }),
	}
}

// odds returns how far what a neighbour says speaks for its telling the story.
func (s *saying) odds(d *document) float64 {
	return stragglerTitle*s.title.odds(d.title) + stragglerLead*s.lead.odds(d.lead)
}

// contrast counts in how many of a story's articles, and of those around it,
// the story's words are.
type contrast struct {
	words          []tally // in order of key
	within, around float64 // articles
}

type tally struct {
	key            uint64
	within, around float64
}

func contrastOf(members, around []int, words func(d int) similar.Vector) contrast {
	c := contrast{within: float64(len(members)), around: float64(len(around))}
	at := map[uint64]int{}
	for _, d := range members {
		for _, w := range words(d) {
			k, ok := at[w.Key]
			if !ok {
				k = len(c.words)
				at[w.Key] = k
				c.words = append(c.words, tally{key: w.Key})
			}
			c.words[k].within++
		}
	}
	for _, d := range around {
		for _, w := range words(d) {
			if k, ok := at[w.Key]; ok {
				c.words[k].around++
			}
		}
	}
	slices.SortFunc(c.words, func(a, b tally) int { return cmp.Compare(a.key, b.key) })
	return c
}

// odds returns the log-odds that one of those around, with the words of v,
// tells the story; it is not counted against itself.
func (c *contrast) odds(v similar.Vector) float64 {
	var sum float64
	for _, w := range c.words {
		has := v.Has(w.key)
		if has {
			w.around--
		}
		beside := (w.around + 0.5) / (c.around - 1 + unseenBeside)
		inside := (w.within + unseenWithin*beside) / (c.within + unseenWithin)
		if has {
			sum += math.Log(inside / beside)
		} else {
			sum += math.Log((1 - min(inside, surest)) / (1 - min(beside, surest)))
		}
	}
	return sum
}
