package news

import "errors"

// Kinds of error. One table in cmd/selisik maps them to exit statuses.
var (
	// ErrInvalid: the input or the usage is bad.
	ErrInvalid = errors.New("invalid input")
	// ErrNotFound: what was named does not exist.
	ErrNotFound = errors.New("not found")
	// ErrConflict: what was to be written no longer fits what is there.
	ErrConflict = errors.New("conflict")
	// ErrUnavailable: an input could not be had (network, robots, refused address).
	ErrUnavailable = errors.New("unavailable")
	// ErrUnsupportedLanguage: no language pack serves the text.
	ErrUnsupportedLanguage = errors.New("unsupported language")
)
