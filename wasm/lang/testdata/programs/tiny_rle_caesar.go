package main

import (
	"fmt"
	"strings"
	"unicode"
)

func rle(s string) string {
	var b strings.Builder
	rs := []rune(s)
	for i := 0; i < len(rs); {
		j := i + 1
		for ; j < len(rs) && rs[j] == rs[i]; j++ {
		}
		if n := j - i; n > 1 {
			fmt.Fprint(&b, n)
		}
		b.WriteRune(rs[i])
		i = j
	}
	return b.String()
}

func unrle(s string) (out string) {
	n := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			n = n*10 + int(r-'0')
			continue
		}
		out += strings.Repeat(string(r), max(n, 1))
		n = 0
	}
	return
}

func shift(k int) func(rune) rune {
	return func(r rune) rune {
		for _, base := range []rune{'a', 'A'} {
			if r >= base && r < base+26 {
				return base + (r-base+rune(k)+26)%26
			}
		}
		return r
	}
}

func vigenere(text, key string) string {
	i := 0
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return r
		}
		k := int(key[i%len(key)] - 'a')
		i++
		return shift(k)(r)
	}, text)
}

func main() {
	for _, s := range []string{"aaabccd", "ééx", ""} {
		fmt.Println(rle(s), unrle(rle(s)) == s)
	}
	enc := strings.Map(shift(3), "Hello, xyz!")
	fmt.Println(enc, strings.Map(shift(-3), enc))
	fmt.Println(vigenere("attack at dawn", "lemon"))
	morse := map[rune]string{'s': "...", 'o': "---"}
	var parts []string
	for _, r := range "sos" {
		parts = append(parts, morse[r])
	}
	fmt.Println(strings.Join(parts, " "), strings.Title("a b"), strings.EqualFold("Go", "GO"))
}
