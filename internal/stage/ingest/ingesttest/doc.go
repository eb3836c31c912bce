// Package ingesttest is a news site for tests: feeds, pages, edits, removals,
// robots.txt and faults, all over time, from a script and a clock. It is an
// http.Handler for a server on loopback; a simulated day passes as fast as the
// clock is moved.
//
//	clock := ingesttest.NewClock(time.Time{})
//	site := ingesttest.Start(t, script, clock) // moves the clock to the start
//	clock.Advance(time.Hour)
//	http.Get(site.URL + "/feed.xml")
//	site.Requests()                            // what was asked, and when
//
// StartNet serves several sites under host names of their own.
//
// A script is text, one command a line. A line that begins with white space
// belongs to the command above it: a paragraph of a text, or a line of
// robots.txt. Lines that begin with "#" are comments. Words with blanks stand in
// double quotes. A command that begins with HH:MM comes into force then, on the
// day of the "day" line above it; one without from the beginning.
//
//	title "Kabar Uji"                the site's name
//	zone +07:00                      of all times; +07:00 if it is not said
//	day 2026-03-02                   of the lines below; the first is needed
//	feed PATH FORMAT [last N] [whole]
//	                                 a feed of the newest N articles (50): rss, rdf,
//	                                 atom, json, sitemap (for news) or index (of
//	                                 all sitemaps); whole holds the texts
//	HH:MM publish PATH "TITLE" [by "NAME"]
//	                                 an article; the lines below are its text
//	HH:MM edit PATH ["TITLE"]        its text, and title, from now on
//	HH:MM gone PATH [CODE]           410, or CODE
//	HH:MM robots                     robots.txt; the lines below are its lines
//
// What is wrong with a path, until "ok PATH" (PATH may be * for every path):
//
//	status PATH CODE [retry-after SECONDS] [wall]
//	                                 with the page of a bot wall, if wall
//	redirect PATH TO [CODE]          302, or CODE; TO is a path or an address
//	delay PATH DURATION              the clock moves on while it answers
//	lies PATH                        local times are labelled GMT
//	indonesian PATH                  "Senin, 02 Maret 2026 08:00 WIB"
//	cut PATH                         ends inside of its last item
//	many PATH N                      N items more, older
//	page PATH                        a page that links to the feeds stands there
//	charset PATH LABEL               in that character set, said to be UTF-8
//	stuck PATH                       304 to everything
//	drop PATH                        the connection ends inside of the body
//	loop PATH                        redirects to itself
//	slow PATH                        one byte a second, on the machine's clock
//	hang PATH                        no answer
//	huge PATH                        10 GiB
//	bomb PATH                        256 MiB in 260 KiB of gzip
//	headers PATH                     a header without end
//
// Pages and feeds have an ETag and Last-Modified and answer 304 as HTTP says.
// The front page "/" links to all articles and announces the feeds.
package ingesttest
