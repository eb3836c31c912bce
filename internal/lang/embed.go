package lang

import (
	"embed"
	"io/fs"
)

//go:embed packs
var embedded embed.FS

// Embedded returns the packs that are part of the binary, as a file system
// with one folder a language.
func Embedded() fs.FS {
	sub, err := fs.Sub(embedded, "packs")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}
