package main

import (
	"fmt"
	"strings"
)

func main() {
	s := "naïve café"
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			fmt.Printf("%d:%x ", i, s[i])
		}
	}
	fmt.Println()
	var idx []int
	for i, r := range s {
		if r > 127 {
			idx = append(idx, i)
		}
	}
	fmt.Println(idx, len(s), len([]rune(s)), strings.IndexRune(s, 'é'), strings.IndexByte(s, 'v'))
	words := strings.Split(s, " ")
	for i, j := 0, len(words)-1; i < j; i, j = i+1, j-1 {
		words[i], words[j] = words[j], words[i]
	}
	fmt.Println(strings.Join(words, "_"), s[:3], s[3:5], strings.ToUpper(s), strings.TrimRight(s, "éf"))
	b := []byte(s)
	t := string(b)
	b[0] = 'N'
	fmt.Println(t == s, string(b) < s, t[0:0] == "")
	acc := ""
	for range 3 {
		acc += acc + "ab"
	}
	fmt.Println(acc, strings.Count(acc, "aba"), strings.Replace(acc, "ab", "-", 2), strings.ReplaceAll("aaa", "aa", "b"))
	lines := strings.Split(strings.TrimSpace(`
first
	second "quoted"
`), "\n")
	fmt.Printf("%q %d\n", lines, len(lines))
}
