package pipeline_test

import (
	"context"
	"slices"
	"testing"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
)

func TestAStoryWithoutTitlesIsCalledByHowItBegins(t *testing.T) {
	p := newPipeline(t, pipeline.Options{})
	for body, want := range map[string]string{
		"Pasar ditutup Senin.\n\nPedagang pindah ke lapangan kecamatan.":                                               "Pasar ditutup Senin.",
		"Pemerintah Kabupaten Tanjung menutup pasar induk mulai Senin karena atapnya rawan runtuh, kata Dewi Sasmita.": "Pemerintah Kabupaten Tanjung menutup pasar induk mulai Senin karena atapnya…",
	} {
		d, err := p.Stories(context.Background(), slices.Values([]news.RawDocument{{Input: "a.txt", MediaType: "text/plain", Body: []byte(body)}}))
		if err != nil {
			t.Fatal(err)
		}
		if got := d[0].Title; got != want {
			t.Errorf("title is %q, want %q", got, want)
		}
	}
}
