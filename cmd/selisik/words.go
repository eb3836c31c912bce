package main

import (
	"fmt"
	"strconv"
	"time"
)

// count is a number of things in words: "3,814 articles", "1 story".
func count(n int, one string, many ...string) string {
	word := one
	if n != 1 {
		if word = one + "s"; len(many) > 0 {
			word = many[0]
		}
	}
	return thousands(n) + " " + word
}

// thousands writes n in groups of three digits.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// roughly is a length of time in words, in its largest unit: "4 minutes".
func roughly(d time.Duration) string {
	for _, u := range []struct {
		one  time.Duration
		name string
	}{{24 * time.Hour, "day"}, {time.Hour, "hour"}, {time.Minute, "minute"}} {
		if n := int(d / u.one); n > 0 {
			return count(n, u.name)
		}
	}
	return count(int(d/time.Second), "second")
}

// size is a number of bytes in words: "3.1 GB".
func size(n uint64) string {
	unit := 0
	x := float64(n)
	for x >= 1000 && unit < 4 {
		x /= 1000
		unit++
	}
	if unit == 0 {
		return count(int(n), "byte")
	}
	return fmt.Sprintf("%.1f %cB", x, "kMGT"[unit-1])
}
