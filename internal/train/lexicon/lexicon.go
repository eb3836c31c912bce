// Package lexicon derives tables of the Indonesian pack from free lexicons:
// the stemmer's roots from the lemmas of Wordnet Bahasa, and the bilingual
// table by joining Wordnet Bahasa with Princeton WordNet 3.0 over their common
// synset numbers, with the NusaX lexicon added. The same files give the same
// tables.
package lexicon

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/similar"
)

// Sources are the files that the tables are derived from.
type Sources struct {
	Bahasa    string // wn-data-ind.tab of Wordnet Bahasa (MIT)
	NusaX     string // nusax-id-en.csv (Apache-2.0)
	Princeton string // folder with data.noun …, cntlist.rev of WordNet 3.0
}

// Tables are rows ready for a pack: sorted, unique.
type Tables struct{ Roots, Bilingual []string }

const (
	origin = `# Derived by selisik train lexicon; see internal/train/lexicon.
# Wordnet Bahasa 1.1 (MIT; Nurril Hirfana Mohamed Noor, Suerya Sapuan, Francis Bond).
`
	joined = `# Princeton WordNet 3.0 (WordNet licence; Princeton University).
# NusaX lexicon (Apache-2.0; IndoNLP).
`
)

// Files returns the tables as files, by name below the folder of packs.
func (t Tables) Files() map[string][]byte {
	return map[string][]byte{
		"id/roots.tsv":     []byte(origin + "form\n" + strings.Join(t.Roots, "\n") + "\n"),
		"id/bilingual.tsv": []byte(origin + joined + "form\tenglish\n" + strings.Join(t.Bilingual, "\n") + "\n"),
	}
}

// known reports whether a word is frequent enough to have a weight of its own.
func known(m *similar.IDF, word string) bool { return m.Weight(word) < m.Max()-0.01 }

// often is how many times readers must have met a word, as one lemma of a
// synset, in the texts behind WordNet's counts.
const often = 6

// Derive makes the tables. Only words in use enter the bilingual one:
// Indonesian ones that the IDF table knows, English ones that the table knows
// or that readers met often. Errors are those of reading the files.
func Derive(src Sources, id, en *lang.Pack) (Tables, error) {
	synsets, err := bahasa(src.Bahasa)
	if err != nil {
		return Tables{}, fmt.Errorf("derive lexicon: %w", err)
	}
	english, err := princeton(src.Princeton)
	if err != nil {
		return Tables{}, fmt.Errorf("derive lexicon: %w", err)
	}
	pairs := join(synsets, english)
	usual := map[string]bool{}
	for _, senses := range english {
		for _, s := range senses {
			usual[s.lemma] = usual[s.lemma] || s.count >= often
		}
	}
	if err := nusax(src.NusaX, pairs); err != nil {
		return Tables{}, fmt.Errorf("derive lexicon: %w", err)
	}
	return Tables{Roots: roots(synsets, id), Bilingual: rows(pairs, usual, id, en)}, nil
}

// bahasa returns the Indonesian lemmas by synset ("00001740-a").
func bahasa(file string) (map[string][]string, error) {
	out := map[string][]string{}
	return out, lines(file, func(l string) {
		f := strings.Split(l, "\t")
		if len(f) == 3 && strings.HasSuffix(f[1], "lemma") {
			out[f[0]] = append(out[f[0]], strings.ToLower(f[2]))
		}
	})
}

// sense is an English lemma of a synset and how often readers tagged it so.
type sense struct {
	lemma string
	count int
}

// princeton returns the English lemmas by synset.
func princeton(dir string) (map[string][]sense, error) {
	counts := map[string]int{} // by lemma and part of speech
	err := lines(filepath.Join(dir, "cntlist.rev"), func(l string) {
		f := strings.Fields(l)
		if len(f) == 3 {
			n, _ := strconv.Atoi(f[2])
			lemma, rest, _ := strings.Cut(f[0], "%")
			if rest != "" {
				counts[lemma+"-"+rest[:1]] += n
			}
		}
	})
	if err != nil {
		return nil, err
	}
	out := map[string][]sense{}
	for i, part := range []string{"noun", "verb", "adj", "adv"} {
		tag := string("nvar"[i])
		err := lines(filepath.Join(dir, "data."+part), func(l string) {
			f := strings.Fields(l)
			if strings.HasPrefix(l, " ") || len(f) < 6 {
				return
			}
			n, _ := strconv.ParseInt(f[3], 16, 32)
			for k := 0; k < int(n) && 4+2*k < len(f); k++ {
				lemma := strings.ToLower(f[4+2*k])
				lemma, _, _ = strings.Cut(lemma, "(")
				key := f[0] + "-" + tag
				out[key] = append(out[key], sense{lemma, counts[lemma+"-"+strconv.Itoa(i+1)]})
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// join pairs Indonesian and English words that share synsets. The score of a
// pair is the number of synsets shared, each counting more when it has few
// words.
func join(id map[string][]string, en map[string][]sense) map[string]map[string]float64 {
	out := map[string]map[string]float64{}
	for key, words := range id {
		for _, w := range words {
			for _, s := range en[key] {
				add(out, w, s.lemma, 1+0.1*min(float64(s.count), 10))
			}
		}
	}
	return out
}

func add(pairs map[string]map[string]float64, id, en string, score float64) {
	if !single(id) || !single(en) {
		return
	}
	if pairs[id] == nil {
		pairs[id] = map[string]float64{}
	}
	pairs[id][en] += score
}

// nusax adds the pairs of the NusaX lexicon.
func nusax(file string, pairs map[string]map[string]float64) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	for _, r := range records {
		if len(r) == 3 {
			add(pairs, strings.ToLower(r[1]), strings.ToLower(r[2]), 2)
		}
	}
	return err
}

func single(w string) bool {
	return len(w) > 2 && !strings.ContainsFunc(w, func(r rune) bool { return r < 'a' || r > 'z' })
}

// perWord is how many English words one Indonesian word may have.
const perWord = 3

// rows formats the pairs: for each Indonesian word its best English ones that
// are usual or known to the table of the news.
func rows(pairs map[string]map[string]float64, usual map[string]bool, id, en *lang.Pack) []string {
	idf, eidf, stem, estem := similar.ForPack(id), similar.ForPack(en), morph.New(id), morph.New(en)
	var out []string
	for w, to := range pairs {
		if !known(idf, stem.Stem(w)) && !known(idf, w) {
			continue
		}
		type option struct {
			word  string
			score float64
		}
		var options []option
		for e, score := range to {
			if e != w && (usual[e] || known(eidf, estem.Stem(e))) {
				options = append(options, option{e, score})
			}
		}
		slices.SortFunc(options, func(a, b option) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.word, b.word)) })
		for _, o := range options[:min(perWord, len(options))] {
			out = append(out, w+"\t"+o.word)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// roots returns the lemmas that no affix can be stripped from to give another.
func roots(synsets map[string][]string, id *lang.Pack) []string {
	lemmas := map[string]bool{}
	for _, words := range synsets {
		for _, w := range words {
			if single(w) {
				lemmas[w] = true
			}
		}
	}
	derived := morph.Derived(id, lemmas)
	var out []string
	for w := range lemmas {
		if !derived[w] {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

// lines calls do for every line of a file that is not a comment.
func lines(file string, do func(string)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if !strings.HasPrefix(in.Text(), "#") {
			do(in.Text())
		}
	}
	return in.Err()
}
