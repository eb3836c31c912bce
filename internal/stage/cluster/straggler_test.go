package cluster

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/selisik/selisik/internal/nlp/similar"
)

// said makes a document of the words of a title and a lead.
func said(title, lead string) document {
	idf := &similar.IDF{}
	words := strings.Fields(title + " " + lead)
	return document{language: "id", vectors: vectors{
		title: similar.NewVector(strings.Fields(title), idf),
		lead:  similar.NewVector(words, idf),
		body:  similar.NewVector(words, idf),
	}}
}

// byTitle judges pairs by their titles alone: above 0 from a cosine of 0.75.
func byTitle() *models {
	m := &Model{Weights: make([]float64, fCount), Threshold: 6}
	m.Weights[fTitle] = 8
	return &models{other: m}
}

// pairsOf compares all documents.
func pairsOf(docs []document) []pair {
	var out []pair
	for i := range docs {
		for j := range i {
			out = append(out, pair{j, i, compare(&docs[j], &docs[i])})
		}
	}
	return out
}

const (
	grounded   = "tongkang muat batu bara kandas di karang perairan tanjung sorai nakhoda diperiksa awak selamat tumpahan minyak dilokalisasi petugas pelabuhan"
	otherTitle = "pelabuhan sorai jadwal baru"
	otherLead  = "dermaga diperluas anggaran disetujui dewan"
	fishers    = "nelayan keluhkan laut keruh " + grounded
)

// ferry is a story of three, an article that resembles none of them much by
// its title, and five neighbours with some title and lead.
func ferry(title, lead string) []document {
	docs := []document{
		said("tongkang kandas tanjung sorai", grounded),
		said("tongkang kandas tanjung sorai", grounded),
		said("tongkang kandas tanjung sorai", grounded),
		said("nelayan keluhkan tumpahan tongkang tanjung sorai", fishers),
	}
	for i := range 5 {
		docs = append(docs, said(fmt.Sprintf("%s dermaga%d", title, i), fmt.Sprintf("%s dermaga%d", lead, i)))
	}
	return docs
}

func stories(docs []document, rules Constraints) string {
	var out []string
	for _, s := range agglomerate(task{docs: docs, pairs: pairsOf(docs), models: byTitle(), rules: rules}) {
		if len(s) > 1 && s[0] == 0 {
			out = append(out, fmt.Sprint(s))
		}
	}
	return strings.Join(out, " ")
}

func TestStragglersAreTakenIn(t *testing.T) {
	tests := []struct {
		name        string
		title, lead string // of the neighbours
		rules       Constraints
		want        string
	}{
		{"it says what the story says and its neighbours do not", otherTitle, otherLead, Constraints{}, "[0 1 2 3]"},
		{"all around say it", "harga tongkang tanjung sorai", grounded, Constraints{}, "[0 1 2]"},
		{"people parted them", otherTitle, otherLead, Constraints{Apart: [][2][]int{{{0}, {3}}}}, "[0 1 2]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, stories(ferry(test.title, test.lead), test.rules)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestStragglersNeedASettledStory(t *testing.T) {
	docs := ferry(otherTitle, otherLead)
	if got := stories(docs[1:], Constraints{}); got != "[0 1]" {
		t.Errorf("two members took in: %s", got)
	}
}

func TestContrastCountsNoArticleAgainstItself(t *testing.T) {
	own := similar.NewVector([]string{"kandas"}, &similar.IDF{})
	other := similar.NewVector([]string{"dermaga"}, &similar.IDF{})
	docs := []similar.Vector{own, own, own, own, other}
	words := func(d int) similar.Vector { return docs[d] }
	alone := contrastOf([]int{0, 1, 2}, []int{3}, words)
	beside := contrastOf([]int{0, 1, 2}, []int{3, 4}, words)
	if a, b := alone.odds(own), beside.odds(own); a <= 0 || b <= a {
		t.Errorf("%.2f alone, %.2f with one that lacks the word", a, b)
	}
	if s := beside.odds(other); s >= 0 {
		t.Errorf("one without the word: %.2f", s)
	}
}
