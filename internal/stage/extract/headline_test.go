package extract_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHeadlinesNameWhatTheTextNames(t *testing.T) {
	x := newExtractor(t)
	for _, c := range []struct {
		name, tag, in string
		want          []string
	}{
		{"fire", "id", "Ratna Tinjau Korban Kebakaran Walasari\n\nBupati Ratna Wijaya meninjau korban kebakaran di Walasari. Ratna membawa selimut.", []string{"Ratna Wijaya", "Walasari"}},
		{"match", "id", "Persela Bahari Bungkam Garda Raya\n\nPersela Bahari membungkam Garda Raya 2-0 di Stadion Samudra.", []string{"Persela Bahari", "Garda Raya"}},
		{"nothing of it in the text", "id", "Darurat Tambang Rakyat\n\nSebanyak tujuh orang tertimbun tanah longsor tambang rakyat saat keadaan darurat.", nil},
		{"strike", "en", "Ilse Brandt Rejects Dockers Union Offer\n\nMayor Ilse Brandt rejects the offer of the Dockers Union.", []string{"Ilse Brandt", "Dockers Union"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range x.Read(article(c.tag, c.in)).Mentions {
				if m.Title {
					got = append(got, m.Name)
				}
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}
