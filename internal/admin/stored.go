package admin

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// patience is how long the store may take to answer a scrape.
const patience = 5 * time.Second

// stored collects figures of the store when somebody scrapes.
type stored struct {
	opt                                 Options
	things, jobs, age, sources, biggest *prometheus.Desc
}

func newStored(opt Options) *stored {
	desc := func(name, help string, labels ...string) *prometheus.Desc {
		return prometheus.NewDesc("selisik_"+name, help, labels, nil)
	}
	return &stored{
		opt:     opt,
		things:  desc("stored", "How many of each thing the store holds.", "what"),
		jobs:    desc("jobs", "Jobs in the queue, by kind and state.", "kind", "state"),
		age:     desc("job_oldest_seconds", "How long the oldest job that waits could have started.", "kind"),
		sources: desc("sources", "Sources by how they do.", "condition"),
		biggest: desc("story_articles_max", "Articles in the largest story."),
	}
}

// Describe implements prometheus.Collector.
func (s *stored) Describe(out chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{s.things, s.jobs, s.age, s.sources, s.biggest} {
		out <- d
	}
}

// Collect implements prometheus.Collector. What the store does not tell is an
// error of the scrape.
func (s *stored) Collect(out chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for d, collect := range map[*prometheus.Desc]func(context.Context, chan<- prometheus.Metric) error{
		s.things: s.collectThings, s.jobs: s.collectJobs, s.sources: s.collectSources, s.biggest: s.collectBiggest,
	} {
		if err := collect(ctx, out); err != nil {
			out <- prometheus.NewInvalidMetric(d, err)
		}
	}
}

func gauge(d *prometheus.Desc, v float64, labels ...string) prometheus.Metric {
	return prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
}

func (s *stored) collectThings(ctx context.Context, out chan<- prometheus.Metric) error {
	counts, err := s.opt.Store.Admin().Counts(ctx)
	for what, n := range counts {
		out <- gauge(s.things, float64(n), what)
	}
	return err
}

func (s *stored) collectJobs(ctx context.Context, out chan<- prometheus.Metric) error {
	counts, err := s.opt.Store.Jobs().Counts(ctx)
	now := s.opt.Now()
	for _, c := range counts {
		kind := string(c.Kind)
		out <- gauge(s.jobs, float64(c.Waiting), kind, "waiting")
		out <- gauge(s.jobs, float64(c.Running), kind, "running")
		out <- gauge(s.jobs, float64(c.Dead), kind, "dead")
		out <- gauge(s.age, query.Age(c, now).Seconds(), kind)
	}
	return err
}

func (s *stored) collectSources(ctx context.Context, out chan<- prometheus.Metric) error {
	feeds, err := s.opt.Store.Feeds().Feeds(ctx)
	n := map[news.ConditionKind]int{}
	for _, f := range feeds {
		n[s.opt.Health(f.Feed, f.State, s.opt.Now()).Kind]++
	}
	for kind, n := range n {
		out <- gauge(s.sources, float64(n), string(kind))
	}
	return err
}

func (s *stored) collectBiggest(ctx context.Context, out chan<- prometheus.Metric) error {
	list, _, err := s.opt.Store.Stories().List(ctx, store.StoryFilter{Sort: store.BySize, Limit: 1})
	if err == nil && len(list) > 0 {
		out <- gauge(s.biggest, float64(len(list[0].Pages)))
	}
	return err
}
