package lesson

import "regexp"

var clockTime = regexp.MustCompile(`\b\d\d:\d\d:\d\d\b`)

// SameOutput says whether a program has printed what its want.txt promises. A
// clock time, HH:MM:SS, stands for any other.
func SameOutput(got, want string) bool {
	const any = "00:00:00"
	return clockTime.ReplaceAllString(got, any) == clockTime.ReplaceAllString(want, any)
}
