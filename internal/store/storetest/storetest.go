package storetest

import (
	"testing"

	"github.com/selisik/selisik/internal/store"
)

// Open returns a store that is empty, and that nothing else uses. It closes it
// when the test ends.
type Open func(t *testing.T) store.Store

// Run holds a store to its contract. Tests run in parallel, each on a store of
// its own.
func Run(t *testing.T, open Open) {
	for name, test := range map[string]func(*testing.T, Open){
		"documents":   testDocuments,
		"articles":    testArticles,
		"search":      testSearch,
		"log":         testLog,
		"stories":     testStories,
		"listing":     testListing,
		"dossiers":    testDossiers,
		"leases":      testLeases,
		"jobs":        testJobs,
		"feeds":       testFeeds,
		"edits":       testEdits,
		"records":     testRecords,
		"admin":       testAdmin,
		"concurrency": testConcurrency,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, open)
		})
	}
}
