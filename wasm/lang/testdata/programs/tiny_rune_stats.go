package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

func main() {
	s := "Añ1 世!\t\xf0z"
	var letters, digits, spaces, bad int
	for i, r := range s {
		switch {
		case r == utf8.RuneError:
			bad++
			fmt.Println("bad byte at", i)
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		case unicode.IsSpace(r):
			spaces++
		}
	}
	fmt.Println(letters, digits, spaces, bad, len(s), len([]rune(s)), utf8.RuneCountInString(s), utf8.ValidString(s))
	for b := []byte("é世"); len(b) > 0; {
		r, n := utf8.DecodeRune(b)
		fmt.Printf("%c:%d:%x ", r, n, b[:n])
		b = b[n:]
	}
	r, n := utf8.DecodeLastRuneInString("ab世")
	fmt.Println(string(r), n, string(utf8.AppendRune(nil, 'ß')), utf8.RuneLen('€'))
	fmt.Println(unicode.ToUpper('ß'), string(unicode.ToTitle('ñ')), unicode.Is(unicode.Han, '世'), unicode.IsPunct('!'), unicode.In('я', unicode.Cyrillic, unicode.Latin))
	bytes := []byte("hello")
	bytes[0] ^= 0x20
	copy(bytes[1:], "ELP!")
	fmt.Println(string(bytes), string(bytes[1:3]), s[0] == 'A', s[1:3] == "ñ")
}
