//go:build !unix

package desk_test

import "time"

func cpu() time.Duration { return 0 }
