package api

import (
	"context"
	"strconv"

	"github.com/selisik/selisik/internal/account"
)

func (a *API) log() {
	handle(a, operation{does: "GET /log", id: "log", says: "List what people changed, oldest first", tag: "Operate", least: account.Editor},
		func(ctx context.Context, in *struct {
			After int64 `query:"after" minimum:"0" doc:"number of the last entry that you have"`
			Limit int   `query:"limit" minimum:"1" maximum:"1000" default:"200"`
		}) (*body[Page[Edit]], error) {
			edits, err := a.Store.Edits().All(ctx, in.After, in.Limit)
			out := Page[Edit]{Items: []Edit{}}
			for i := range edits {
				out.Items = append(out.Items, editOf(&edits[i]))
			}
			if len(edits) == in.Limit {
				out.Next = strconv.FormatInt(edits[len(edits)-1].Seq, 10)
			}
			return answer(out), err
		})
}
