package clean_test

import (
	"errors"
	"testing"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/clean"
)

func cleaner(t testing.TB) *clean.Cleaner {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return clean.New(ps)
}

func TestATextWithoutReportIsInvalid(t *testing.T) {
	for _, body := range []string{"", "  \n\n ", "Advertisement\n", "\xff\xfe\x00"} {
		_, err := cleaner(t).Article(news.RawDocument{Input: "a.txt", MediaType: "text/plain", Body: []byte(body)})
		if !errors.Is(err, news.ErrInvalid) {
			t.Errorf("%q: got error %v, want one that is news.ErrInvalid", body, err)
		}
	}
}
