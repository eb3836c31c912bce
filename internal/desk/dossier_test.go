package desk_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/clean"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/storetest"
)

// toll is a page about a quake as it was fetched at an hour.
func toll(outlet string, hour int, dead string) news.RawDocument {
	return news.RawDocument{
		Input: outlet, Ref: outlet, URL: "https://" + outlet + ".example/gempa", MediaType: "text/plain", Charset: "utf-8",
		Outlet: outlet, Title: "Gempa Guncang Wanasari, Warga Mengungsi", Published: "2025-06-02T07:00:00+07:00",
		Fetched: time.Date(2025, 6, 2, hour, 0, 0, 0, time.UTC),
		Body: []byte("Gempa bermagnitudo 6,1 mengguncang Kabupaten Wanasari, Senin (2/6/2025) pagi.\n\n" +
			"Sedikitnya " + dead + " orang tewas dan puluhan rumah roboh di Kecamatan Lumbir akibat gempa itu.\n\n" +
			"Warga berlarian ke lapangan ketika guncangan terasa selama hampir satu menit."),
	}
}

// read returns the only story's dossier, up to date.
func (b *bench) read() (store.Dossier, dossier.Story) {
	b.t.Helper()
	list := b.list()
	if len(list) != 1 {
		b.t.Fatalf("%d stories: %v", len(list), b.partition())
	}
	d, err := b.Dossier(b.t.Context(), list[0].ID)
	if err != nil {
		b.t.Fatal(err)
	}
	var s dossier.Story
	if err := json.Unmarshal(d.JSON, &s); err != nil {
		b.t.Fatal(err)
	}
	return d, s
}

// notes lists the kinds of note on findings whose statement has words.
func notes(s dossier.Story, words string) string {
	var kinds []string
	for _, f := range s.Findings {
		for _, n := range f.Notes {
			if strings.Contains(f.Statement, words) {
				kinds = append(kinds, n.Kind)
			}
		}
	}
	return strings.Join(kinds, " ")
}

func TestAPageThatChangesIsAVersionAndSaysSo(t *testing.T) {
	t.Parallel()
	b := newBench(t, 0)
	b.add(toll("warta", 1, "8"), toll("kabar", 2, "8"))
	first, s := b.read()
	if got := notes(s, "orang tewas"); got != "" {
		t.Errorf("notes before any change: %s", got)
	}
	b.add(toll("warta", 3, "10"))
	then, s := b.read()
	if then.Revision <= first.Revision {
		t.Errorf("revision %d after %d", then.Revision, first.Revision)
	}
	if got := notes(s, "10 orang tewas"); !strings.Contains(got, news.NoteChanged) {
		t.Errorf("notes of the changed passage: %q", got)
	}
	versions, err := b.store.Articles().Versions(t.Context(), clean.PageAt("https://warta.example/gempa"))
	if err != nil || len(versions) != 2 || !versions[1].Current || !strings.Contains(versions[1].Text, "10 orang") {
		t.Errorf("versions: %+v, %v", versions, err)
	}
	b.sound()

	b.add(toll("warta", 5, "8")) // and back
	if _, s = b.read(); strings.Contains(notes(s, "orang tewas"), news.NoteStale) {
		t.Error("a copy of what came back is called stale")
	}
	b.sound()
}

func TestAWithdrawnPageCountsForNothing(t *testing.T) {
	t.Parallel()
	b := newBench(t, 0)
	b.add(toll("warta", 1, "8"), toll("kabar", 2, "8"))
	page := clean.PageAt("https://warta.example/gempa")
	if err := b.store.Articles().Withdraw(t.Context(), page, b.now, nil); err != nil {
		t.Fatal(err)
	}
	if err := b.Place(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, s := b.read()
	if len(s.Notes) != 1 || s.Notes[0].Kind != news.NoteWithdrawn {
		t.Errorf("notes of the story: %+v", s.Notes)
	}
	b.sound()
}

func TestDossiersAreMadeByJobs(t *testing.T) {
	t.Parallel()
	b := newBench(t, 0)
	b.add(invented(9)...)
	if n, err := b.store.Admin().Counts(t.Context()); err != nil || n["stale-dossiers"] == 0 {
		t.Fatalf("before: %v, %v", n, err)
	}
	if err := b.Work(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	for _, l := range b.list() {
		if !l.HasFresh || l.Summary.Findings == 0 {
			t.Errorf("story %s: %+v", l.ID, l.Summary)
		}
	}
	b.sound()
}

func TestADocumentWithoutAnArticleIsToldAndLeft(t *testing.T) {
	t.Parallel()
	b := newBench(t, 0)
	r := b.add(news.RawDocument{Input: "leer.txt", MediaType: "text/plain", Charset: "utf-8", Body: []byte("Baca juga: Harga Cabai")}, toll("warta", 1, "8"))
	if r.New != 2 || storetest.Counts(t, b.store)["articles"] != 1 {
		t.Errorf("report: %+v", r)
	}
	if dead, err := b.store.Jobs().Dead(t.Context(), 10); err != nil || len(dead) > 0 {
		t.Errorf("dead jobs: %v, %v", dead, err)
	}
	if _, err := b.Dossier(t.Context(), "s-none"); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("dossier of no story: %v", err)
	}
}

// heard notes the dossiers that alerts are told of, and what was done for them.
type heard struct {
	was, is []store.Dossier
	done    []string
}

func (h *heard) Jobs(was, is store.Dossier) []store.Job {
	h.was, h.is = append(h.was, was), append(h.is, is)
	return []store.Job{{Kind: store.Alert, Key: string(is.Story)}}
}

func (h *heard) Handlers() map[store.JobKind]store.Handler {
	return map[store.JobKind]store.Handler{store.Alert: func(_ context.Context, j store.Running) error {
		h.done = append(h.done, j.Key)
		return nil
	}}
}

func TestAlertsAreToldOfEachDossierWithTheOneBefore(t *testing.T) {
	t.Parallel()
	h := &heard{}
	b := newBench(t, 0, h)
	b.add(toll("warta", 1, "8"))
	if err := b.Work(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	b.add(toll("kabar", 2, "10"))
	b.read()
	b.read()
	if err := b.Work(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	if len(h.is) != 2 || h.was[0].Story != "" || h.was[1].Revision != h.is[0].Revision || h.is[1].Summary.Differences == 0 {
		t.Errorf("told of %d dossiers: %+v after %+v", len(h.is), h.is, h.was)
	}
	if id := string(h.is[0].Story); !slices.Equal(h.done, []string{id, id}) {
		t.Errorf("done: %v", h.done)
	}
}
