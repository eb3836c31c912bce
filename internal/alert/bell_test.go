package alert_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func TestAStoryIsToldOnce(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	all := b.save(alert.Query{When: alert.StoryMatches, Where: alert.Where{Words: "mengguncang gempa"}})
	none := b.save(alert.Query{When: alert.StoryMatches, Where: alert.Where{Words: "gempa banjir"}})
	two := b.save(alert.Query{When: alert.StoryMatches, Where: alert.Where{MinArticles: 2, Language: "id", Outlet: "WARTA.example"}})
	other := b.save(alert.Query{When: alert.StoryMatches, Where: alert.Where{Outlet: "harian.example"}})
	paused := b.save(alert.Query{When: alert.StoryMatches, Where: alert.Where{Words: "gempa"}, Paused: true})
	b.add(toll("warta", 1, "8"))
	b.count("one article", all, 1)
	b.count("too few", two, 0)
	b.add(toll("kabar", 2, "8"))
	b.add(toll("suara", 3, "10"))
	f := b.count("three articles", two, 1)
	if len(f) == 1 && (f[0].Story.Articles != 2 || f[0].Story.ID != b.story().ID || f[0].Story.Outlets != 2) {
		t.Errorf("as it stood: %+v", f[0].Story)
	}
	b.count("three articles", all, 1)
	b.count("other words", none, 0)
	b.count("another outlet", other, 0)
	b.count("paused", paused, 0)
}

func TestAStoryThatWasThereIsToldWhenItChanges(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.add(toll("warta", 1, "8"))
	q := b.save(alert.Query{When: alert.StoryMatches, Where: alert.Where{Entity: "wanasari"}})
	b.work()
	b.count("nothing happened", q, 0)
	b.add(toll("kabar", 2, "8"))
	b.count("it grew", q, 1)
}

func TestADifferenceIsToldWhenItAppears(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	early := b.save(alert.Query{When: alert.DifferenceAppears, Where: alert.Where{Words: "gempa"}})
	b.add(toll("warta", 1, "8"), toll("kabar", 2, "10"))
	f := b.fired(early)
	if len(f) != 1 || f[0].Difference == nil || len(f[0].Difference.Values) != 2 || f[0].Difference.Slot != "quantity" {
		t.Fatalf("told %+v", f)
	}
	if got := strings.Join(append(f[0].Difference.Values[0].Outlets, f[0].Difference.Values[1].Outlets...), " "); got != "kabar.example warta.example" && got != "warta.example kabar.example" {
		t.Errorf("outlets on its sides: %q", got)
	}
	late := b.save(alert.Query{When: alert.DifferenceAppears})
	b.add(toll("suara", 3, "10"))
	b.count("the same, with more articles", early, 1)
	b.count("a difference from before", late, 0)
	b.add(toll("harian", 4, "25"))
	if len(b.fired(late)) == 0 || len(b.fired(early)) < 2 {
		t.Errorf("a third value: early %+v, late %+v", b.fired(early), b.fired(late))
	}
}

func TestAContradictionIsToldOnlyIfItIsOne(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	q := b.save(alert.Query{When: alert.ContradictionAppear})
	b.add(toll("warta", 1, "8"), toll("kabar", 2, "10"))
	for _, f := range b.count("as many as there are", q, b.story().Summary.Contested) {
		if f.Difference.Kind != news.Contradiction {
			t.Errorf("told %+v", f.Difference)
		}
	}
}

func TestAnArticleThatWasCitedChanged(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.add(toll("warta", 1, "8"), toll("kabar", 2, "8"))
	byAddress := b.save(alert.Query{When: alert.ArticleChanges, Where: alert.Where{Articles: []string{"https://warta.example/gempa"}, Substantive: true}})
	byStory := b.save(alert.Query{When: alert.ArticleChanges, Where: alert.Where{Stories: []news.StoryID{b.story().ID}}})
	other := b.save(alert.Query{When: alert.ArticleChanges, Where: alert.Where{Articles: []string{"https://other.example/gempa"}}})
	b.add(toll("suara", 3, "8"))
	b.count("one more article", byStory, 0)
	b.add(toll("warta", 4, "10"))
	f := b.count("it changed", byAddress, 1)
	if len(f) == 1 && (f[0].Change.Outlet != "warta.example" || !strings.Contains(f[0].Change.Old, "8 orang") || !strings.Contains(f[0].Change.New, "10 orang")) {
		t.Errorf("told %+v", f[0].Change)
	}
	if len(b.fired(byStory)) == 0 {
		t.Error("of the story nothing was told")
	}
	b.count("another article", other, 0)
	b.add(toll("harian", 5, "10"))
	b.count("and it is told once", byAddress, 1)
}

// TestManyWorkersTellOnce has the same job enqueued many times and done by two
// bells at a time.
func TestManyWorkersTellOnce(t *testing.T) {
	t.Parallel()
	for name, bench := range map[string]func(*testing.T) *bench{"sqlite": newBench, "postgres": benchPostgres} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tellOnce(bench(t))
		})
	}
}

func tellOnce(b *bench) {
	t := b.t
	b.add(toll("warta", 1, "8"))
	q := b.save(alert.Query{When: alert.StoryMatches, Where: alert.Where{Words: "gempa"}, Webhook: "https://desk.example/hook", Mail: "ratri@desk.example"})
	s, _ := json.Marshal(map[string]time.Time{"made": b.now()})
	var jobs []store.Job
	for range 30 {
		jobs = append(jobs, store.Job{Kind: store.Alert, Key: string(b.story().ID), Args: s})
	}
	d, err := b.store.Stories().Dossier(t.Context(), b.story().ID)
	if err != nil {
		t.Fatal(err)
	}
	d.Made = b.now()
	if err := b.store.Stories().PutDossier(t.Context(), d, jobs); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for _, owner := range []string{"one", "two"} {
		bell := bellOf(b.store, b.now, map[alert.Way]alert.Sender{alert.ByWebhook: b.sent, alert.ByMail: b.sent})
		all.Go(func() {
			if err := deskOf(b.store, b.now, bell, owner).Work(context.Background(), true); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	b.later(2 * time.Minute) // who found another at it waits
	b.work()
	b.count("told", q, 1)
	ways := map[string]int{}
	for _, m := range b.sent.all() {
		ways[m.To]++
	}
	if len(ways) != 2 || ways["https://desk.example/hook"] != 1 || ways["ratri@desk.example"] != 1 {
		t.Errorf("sent %v", ways)
	}
}

func TestADeliveryIsTriedForADayAndThenDead(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	q := b.save(alert.Query{When: alert.StoryMatches, Where: alert.Where{Words: "gempa"}, Webhook: "https://desk.example/hook"})
	for range 9 {
		b.sent.fail = append(b.sent.fail, errDown)
	}
	begun := b.now()
	b.add(toll("warta", 1, "8"))
	tries := 1
	for ; tries < 20 && b.fired(q)[0].Ways[alert.ByWebhook].State == alert.Waiting; tries++ {
		d := b.fired(q)[0].Ways[alert.ByWebhook]
		if n := len(b.sent.all()); n != tries || d.Error != errDown.Error() {
			t.Fatalf("%d sent after %d tries: %+v", n, tries, d)
		}
		b.later(d.Next.Sub(b.now()) - time.Second)
		b.work()
		if n := len(b.sent.all()); n != tries {
			t.Fatalf("try %d came before its time", n)
		}
		b.later(time.Second)
		b.work()
	}
	if took := b.now().Sub(begun); tries != 8 || took < 24*time.Hour || took > 26*time.Hour {
		t.Errorf("%d tries in %s", tries, took)
	}
	dead, err := b.store.Jobs().Dead(t.Context(), 5)
	if err != nil || len(dead) != 1 || !strings.Contains(dead[0].Error, "it is down: given up") {
		t.Fatalf("dead jobs: %+v, %v", dead, err)
	}
	b.add(toll("kabar", 2, "8")) // the story is made anew, and the alert stays dead
	if n := len(b.sent.all()); n != 8 {
		t.Errorf("%d sent after it was dead", n)
	}
	b.sent.fail = nil
	if _, err := b.store.Jobs().Retry(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.work()
	if d := b.fired(q)[0].Ways[alert.ByWebhook]; d.State != alert.Sent || d.Error != "" {
		t.Errorf("after it was retried: %+v", d)
	}
	for _, m := range b.sent.all() {
		if m.ID != b.fired(q)[0].ID {
			t.Errorf("sent as %s, fired as %s", m.ID, b.fired(q)[0].ID)
		}
	}
}

func TestAReceiverMayAskToBeLeftAlone(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	q := b.save(alert.Query{When: alert.StoryMatches, Where: alert.Where{Words: "gempa"}, Mail: "ratri@desk.example"})
	b.sent.fail = []error{alert.LaterError{Err: errDown, In: time.Hour}}
	b.add(toll("warta", 1, "8"))
	if d := b.fired(q)[0].Ways[alert.ByMail]; !d.Next.Equal(b.now().Add(time.Hour)) {
		t.Errorf("next at %s", d.Next)
	}
	if err := b.book.Remove(t.Context(), "ratri", q.ID); err != nil {
		t.Fatal(err)
	}
	b.later(time.Hour)
	b.work()
	if n := len(b.sent.all()); n != 1 {
		t.Errorf("%d sent of a query that is no more", n)
	}
	b.count("what it told", q, 0)
}

func TestPayloadsKeepTheirSchema(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile(filepath.Join("..", "..", "docs", "schema", "alert.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(raw)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("alert.json", doc); err != nil {
		t.Fatal(err)
	}
	schema := c.MustCompile("alert.json")

	b := newBench(t)
	for _, q := range []alert.Query{
		{When: alert.StoryMatches, Where: alert.Where{Words: "gempa"}},
		{When: alert.DifferenceAppears},
		{When: alert.ArticleChanges, Where: alert.Where{Articles: []string{"https://warta.example/gempa"}}},
	} {
		q.Webhook, q.Language = "https://desk.example/hook", "en"
		q = b.save(q)
		if errs := b.bell.Test(t.Context(), q); len(errs) != 1 || errs[alert.ByWebhook] != nil {
			t.Errorf("test of %s: %v", q.When, errs)
		}
	}
	b.add(toll("warta", 1, "8"), toll("kabar", 2, "10"))
	b.add(toll("warta", 3, "12"))
	types := map[string]int{}
	for _, m := range b.sent.all() {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(string(m.JSON)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", m.JSON, err)
		}
		var p alert.Payload
		if err := json.Unmarshal(m.JSON, &p); err != nil || p.Data.ID != m.ID {
			t.Errorf("payload %s: %v", m.JSON, err)
		}
		types[p.Type+" "+string(p.Data.Alert.When)]++
	}
	for _, want := range []string{"alert.test story", "alert.fired story", "alert.fired difference", "alert.fired change"} {
		if types[want] == 0 {
			t.Errorf("no %s among %v", want, types)
		}
	}
}
