package api_test

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/client"
	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/api"
)

func TestTheClientAsksTheServer(t *testing.T) {
	b := full(t)
	ctx := t.Context()
	c := client.New(b.url+"/", client.Options{})
	var got []string
	for s, err := range c.Stories(ctx, client.Choice{Sort: "size"}) {
		must(t, err)
		got = append(got, s.ID)
	}
	whole := get[api.Page[api.Story]](b, "/stories?limit=200&sort=size").Items
	if len(got) != len(whole) || got[0] != whole[0].ID {
		t.Errorf("%d stories, want %d", len(got), len(whole))
	}
	for s, err := range c.Stories(ctx, client.Choice{MinArticles: 2, Language: "id", From: time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC)}) {
		if err != nil || s.Articles < 2 {
			t.Errorf("%+v, %v", s, err)
		}
		break
	}
	d, err := c.Dossier(ctx, got[0])
	must(t, err)
	if want := b.ask("GET", "/stories/"+got[0], nil).body; !bytes.Equal(d, want) {
		t.Errorf("another dossier: %.100s", d)
	}
	found, err := c.Search(ctx, whole[0].Title, "", 5)
	if err != nil || len(found) == 0 || found[0].Story == "" {
		t.Errorf("%+v, %v", found, err)
	}
	added, err := c.Add(ctx, client.Document{Title: "Banjir di Uji", Text: "Banjir merendam Desa Uji pada Rabu pagi."})
	if err != nil || added.New != 1 {
		t.Errorf("%+v, %v", added, err)
	}
	added, err = c.AddFile(ctx, "a.txt", strings.NewReader("Gempa Uji\n\nGempa mengguncang Desa Uji pada Kamis."))
	if err != nil || added.New != 1 {
		t.Errorf("%+v, %v", added, err)
	}
	_, err = c.Dossier(ctx, "../accounts")
	var problem *client.Error
	if !errors.As(err, &problem) || problem.Status != http.StatusNotFound || problem.Instance == "" {
		t.Errorf("no story: %v", err)
	}
}

func TestTheClientIsToldWhatChanges(t *testing.T) {
	b := full(t)
	tokens := b.people()
	b.site.Follow(t.Context(), time.Hour)
	c := client.New(b.url, client.Options{Token: tokens[account.Editor]})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	begun := false
	for e, err := range c.Events(ctx, "other-1") { // the first is that it missed some
		must(t, err)
		if !begun {
			begun = true
			_, err := c.Add(ctx, client.Document{Title: "Banjir di Uji", Text: "Banjir merendam Desa Uji pada Rabu pagi."})
			must(t, err)
		}
		if e.Kind == "story" {
			break
		}
	}
	if _, err := client.New(b.url, client.Options{Token: "sls_x"}).Search(ctx, "a", "", 0); err == nil || strings.Contains(err.Error(), "sls_") {
		t.Errorf("a bad token: %v", err)
	}
}
