package admin

import (
	"errors"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// Metrics counts what this process does, and asks the store for the rest.
type Metrics struct {
	registry *prometheus.Registry
	articles *prometheus.CounterVec
	jobs     *prometheus.HistogramVec
}

// Outcomes of a stage for one article.
const (
	Done    = "done"
	Retried = "retried" // it failed and is tried again
	Dead    = "dead"    // it failed for good
)

// Options is what metrics are made of; all fields are needed.
type Options struct {
	Store  store.Store
	Now    func() time.Time
	Health query.Health
}

// NewMetrics returns metrics whose counters are zero.
func NewMetrics(opt Options) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		articles: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "selisik_articles_total", Help: "Articles that went through a stage, by outcome, in this process.",
		}, []string{"stage", "outcome"}),
		jobs: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "selisik_job_duration_seconds", Help: "How long jobs took in this process, by kind and outcome.",
			Buckets: prometheus.ExponentialBuckets(0.001, 4, 9), // 1 ms to 65 s
		}, []string{"kind", "outcome"}),
	}
	m.registry.MustRegister(m.articles, m.jobs, newStored(opt),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Job counts a job that ended; it has the signature of store.WorkOptions.Done.
func (m *Metrics) Job(j store.Running, took time.Duration, err error) {
	out := outcome(j, err)
	m.jobs.WithLabelValues(string(j.Kind), out).Observe(took.Seconds())
	switch j.Kind {
	case store.Fetch, store.Clean, store.Extract: // these are about one article
		m.articles.WithLabelValues(string(j.Kind), out).Inc()
	}
}

// outcome tells what the store does after err.
func outcome(j store.Running, err error) string {
	switch {
	case err == nil:
		return Done
	case j.Attempt >= store.MaxAttempts, errors.Is(err, news.ErrInvalid), errors.Is(err, news.ErrNotFound):
		return Dead
	}
	return Retried
}
