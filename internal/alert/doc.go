// Package alert keeps saved queries of people and tells them, once, when what
// they asked for happens.
//
//	dossier ─► job "alert" ─► match ─► Firing ─► jobs "deliver" ─► webhook, mail
//	                                      └──────────────────────► feed
//
// A query waits for one of four things: a story that is as it wants it, a
// difference that appears, a contradiction that appears, an article that
// changed. All its conditions have to hold.
//
// Fires once, and none is lost:
//
//  1. The dossier and the job "alert" commit together (Bell.Jobs), with what
//     the dossier has that the one before had not: differences and changes. A
//     process that is killed has written both or neither.
//  2. The job is done again until it has ended. It puts one record for each
//     query, story and thing, by a key that follows from them, which the store
//     takes once, whoever comes first. One that is there already is none anew,
//     but what is not yet delivered of it is enqueued again.
//  3. The job "deliver" ends when the record says so. Before it sends it takes
//     the record for a minute; a second worker waits until then. What fails is
//     tried for a day, ever later, then it is dead and stands among the dead
//     jobs.
//
// Only the last step can repeat itself: between a receiver's answer and the
// record of it the process may die. Every message has an id, the same at each
// try, by which receivers drop repeats.
//
// A query is told of what happens after it was saved. A story that was as
// wanted before fires when it changes next; a difference or a change that was
// there before does not. What appears and is gone before the job is done is not
// told.
//
// What is kept, in store.Records: "alerts", by id, with the secret that webhooks
// are signed with and the SHA-256 of the feed's token; "alert-firings", by id,
// for 400 days.
//
// The package reads no clock and uses no network: package send does, package
// syndicate writes feeds.
package alert
