package cluster

import (
	"sync"

	"github.com/selisik/selisik/internal/news"
)

// Memo keeps the words of articles grouped lately, so that grouping a window
// again does not read its texts again. It is safe for use by several goroutines.
type Memo struct {
	mu          sync.Mutex
	young, aged map[wording]keys
}

// wording tells texts apart: an article, without more or fewer of its paragraphs.
type wording struct {
	id     news.ArticleID
	length int
}

// mostYoung is how many texts are kept before those that were not asked for
// since are dropped: a window and its neighbours, about 4 KiB a text.
const mostYoung = 12288

// keys returns the words of an article, read by read if need be. m may be nil.
func (m *Memo) keys(a *news.Article, read func() keys) keys {
	if m == nil {
		return read()
	}
	t := wording{a.ID, len(a.Text)}
	k, ok := m.find(t)
	if !ok {
		k = read()
	}
	m.keep(t, k)
	return k
}

func (m *Memo) find(t wording) (keys, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if k, ok := m.young[t]; ok {
		return k, true
	}
	k, ok := m.aged[t]
	return k, ok
}

func (m *Memo) keep(t wording, k keys) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.young) >= mostYoung {
		m.aged, m.young = m.young, nil
	}
	if m.young == nil {
		m.young = map[wording]keys{}
	}
	m.young[t] = k
}
