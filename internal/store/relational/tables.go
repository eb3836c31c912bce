package relational

import "strings"

// Table is a table that both databases have, and that a backup holds.
type Table struct {
	Name string
	// Columns are by name; one with a "*" at its end holds bytes, one with a
	// "#" a number, and others text.
	Columns []string
	Order   string // columns that a backup is in order of
}

// Tables returns all tables, those that others point to first.
func Tables() []Table {
	return []Table{
		{"blobs", []string{"hash", "size#", "body*"}, "hash"},
		{"documents", []string{"id", "seen#", "feed", "blob", "meta"}, "seen, id"},
		{"pages", []string{"id", "article", "placed#", "outlet", "withdrawn#", "thread", "story"}, "id"},
		{"articles", []string{"id", "page", "document", "fetched#", "published#", "seen#", "version#", "is_current#", "cut", "body*"}, "id"},
		{"terms", []string{"article", "words#", "counts*"}, "article"},
		{"readings", []string{"article", "hash", "body*"}, "article"},
		{"arrivals", []string{"seq#", "page", "was#", "placed#"}, "seq"},
		{"threads", []string{"id", "from_time#", "until_time#", "story"}, "id"},
		{"joins", []string{"earlier", "later"}, "earlier, later"},
		{"stories", []string{"id", "title", "languages", "outlets", "first_at#", "last_at#", "revision#", "updated#", "into_story",
			"size#", "recent#", "growth", "dossier_revision#", "origins#", "findings#", "differences#", "contested#", "entities"}, "id"},
		{"facets", []string{"kind", "value", "story"}, "kind, value, story"},
		{"dossiers", []string{"story", "revision#", "made#", "summary", "body*"}, "story"},
		{"feeds", []string{"id", "url", "kind", "title", "paused#", "added#", "next_due#", "state"}, "id"},
		{"edits", []string{"seq#", "at#", "who", "kind", "story", "target", "pages", "note"}, "seq"},
		{"records", []string{"collection", "name", "owner", "version#", "expires#", "value*"}, "collection, name"},
		{"settings", []string{"name", "value"}, "name"},
		{"marks", []string{"name", "value#"}, "name"},
		{"leases", []string{"partition", "owner", "epoch#", "until_time#"}, "partition"},
	}
}

// names returns the columns' names.
func (t Table) names() string {
	return strings.NewReplacer("*", "", "#", "").Replace(strings.Join(t.Columns, ", "))
}

func (t Table) selectAll() string {
	return "SELECT " + t.names() + " FROM " + t.Name
}
