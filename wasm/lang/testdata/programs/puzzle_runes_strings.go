package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func caesar(r rune) rune {
	switch {
	case unicode.IsLower(r) && r < 128:
		return 'a' + (r-'a'+13)%26
	case unicode.IsUpper(r) && r < 128:
		return 'A' + (r-'A'+13)%26
	}
	return r
}

func main() {
	s := "Grüße, 世界! \U0001F600"
	fmt.Println(len(s), utf8.RuneCountInString(s), []rune(s)[2])
	for i, r := range "aé世\xff!" {
		fmt.Printf("%d:%c(%d,%U) ", i, r, utf8.RuneLen(r), r)
	}
	fmt.Println()
	fmt.Println(reverse(s))
	fmt.Println(strings.Map(caesar, s), strings.Map(caesar, strings.Map(caesar, s)) == s)
	fmt.Printf("%q %+q %x % x %s\n", s[:4], "世", "hi", "hi", s[2:4])
	b := []byte("abc")
	fmt.Println(b, string(b[1]), string(rune(65)), s[0], s[0:1])
	fmt.Printf("%T %T %T %v %c %q\n", s[0], 'x', s, 'x', 'x', 'x')
	var sb strings.Builder
	for r := 'a'; r <= 'e'; r++ {
		sb.WriteRune(r)
	}
	fmt.Println(sb.String(), sb.Len())
	words := strings.FieldsFunc("one,two;three four", func(r rune) bool { return strings.ContainsRune(",; ", r) })
	fmt.Println(words, len(words))
	count := map[rune]int{}
	for _, r := range "mississippi" {
		count[r]++
	}
	fmt.Println(count['s'], count['i'], count['p'], count['m'], count['z'])
	raw := `a\n"b"`
	fmt.Println(raw, len(raw), "tab\tq\"")
	fmt.Println("a" < "b", "Z" < "a", "abc" < "abd", "" < "a", strings.Compare("b", "a"))
	fmt.Println(strings.EqualFold("Straße", "STRASSE"), strings.ToUpper("straße"), strings.Title("hello world"))
	fmt.Println(utf8.ValidString("a\xffb"), strings.ToValidUTF8("a\xffb", "?"))
	x := "immutable"
	y := x
	x += "!"
	fmt.Println(x, y, x[len(x)-1:])
	fmt.Println(string([]rune{72, 105}), []byte("é"), strings.Repeat("=", 5))
}
