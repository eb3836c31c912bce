// Package desk is the write side over a store: it takes documents in, does the
// jobs that they give rise to, and keeps stories and dossiers as they are to
// be.
//
//		add ─► document ─► clean ─► article ─► cluster ─► stories ─► reconcile ─► dossiers
//		watch ─► feed ─► fetch ─┘       └─► extract (readings, beforehand) ───────┘
//
//	 1. add      puts raw documents into the store, each with its job to clean it
//	 2. fetch    gets the page behind an item of a feed, and gets it again later
//	 3. clean    makes the article, one more version of its page
//	 4. extract  reads the article beforehand, so that step 6 finds it read
//	 5. cluster  places what has arrived in stories (see Place)
//	 6. reconcile makes the dossier of a story anew; the jobs of alerts commit
//	    with it
//
// What people decided about stories is a log of edits; decided turns it into the
// constraints that grouping keeps.
//
// Stories and dossiers are a function of the facts in the store (documents and
// edits), whatever the order in which they came in and however often the
// process died on the way. Only the ids of stories have a history: a story
// keeps the id that it was first given. Recompute makes everything anew from
// the facts and compares.
//
// The package reads no clock and knows no concrete store.
package desk
