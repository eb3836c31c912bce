// Package store is the contract of what Selisik remembers: raw documents as
// they came, the versions of each page's article, stories, dossiers, feeds,
// jobs, leases, and a log of what people changed. Packages sqlite and postgres
// implement it; package storetest is the suite that both pass.
//
// What is remembered falls in two:
//
//   - Facts: documents, edits of people, feeds. They are never changed, only
//     added to, and nothing else is needed to make the rest anew.
//   - Derived: articles, stories, dossiers, search terms. They are a function
//     of the facts. A crash between two writes loses none: each write that
//     makes more work necessary puts the job into the same transaction.
//
// Writes take the jobs that they give rise to, so that a job commits with the
// rows it is about. Writes of stories also take a lease, whose epoch the store
// checks in the same transaction (fencing): an owner that slept past its lease
// and wakes cannot write.
//
// Clocks and ids are arguments. Times are kept in UTC to the microsecond.
// Every method is safe for concurrent use. Errors wrap news.ErrNotFound,
// news.ErrConflict, news.ErrInvalid or news.ErrUnavailable where one of these
// is the reason.
package store
