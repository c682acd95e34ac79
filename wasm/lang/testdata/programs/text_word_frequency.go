package main

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
)

const text = `It was the best of times, it was the worst of times,
it was the age of wisdom... it was the age of foolishness!`

type freq map[string]int

type entry struct {
	word string
	n    int
}

func (e entry) String() string { return fmt.Sprintf("%s:%d", e.word, e.n) }

func count(s string) freq {
	f := freq{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		f[w]++
	}
	return f
}

func (f freq) top(n int) []entry {
	list := make([]entry, 0, len(f))
	for w, c := range f {
		list = append(list, entry{w, c})
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		return a.n > b.n || a.n == b.n && a.word < b.word
	})
	return list[:min(n, len(list))]
}

func isPalindrome(s string) bool {
	var rs []rune
	for _, r := range s {
		if unicode.IsLetter(r) {
			rs = append(rs, unicode.ToLower(r))
		}
	}
	for i := range len(rs) / 2 {
		if rs[i] != rs[len(rs)-1-i] {
			return false
		}
	}
	return true
}

func anagrams(words ...string) map[string][]string {
	groups := map[string][]string{}
	for _, w := range words {
		b := []byte(w)
		sort.Slice(b, func(i, j int) bool { return b[i] < b[j] })
		groups[string(b)] = append(groups[string(b)], w)
	}
	return groups
}

func compress(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] == s[i] {
			j++
		}
		fmt.Fprintf(&b, "%c%d", s[i], j-i)
		i = j
	}
	return b.String()
}

func main() {
	f := count(text)
	fmt.Println(len(f), f.top(4), f["times"], f["none"])
	fmt.Println(isPalindrome("A man, a plan, a canal: Panama"), isPalindrome("été"), isPalindrome("go"))
	fmt.Println(anagrams("listen", "silent", "go", "enlist", "og"))
	fmt.Println(compress("aaabccdddd"), compress(""))
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		fmt.Printf("%02d %-60.20q|%d\n", i, l, len(strings.Fields(l)))
	}
	vowels := strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiou", r) {
			return -1
		}
		return r
	}, "remove the vowels")
	fmt.Println(vowels, strings.Count(text, "it"), strings.Index(text, "age"), strings.LastIndex(text, "age"))
	var hist [26]int
	for _, r := range text {
		if r |= 0x20; r >= 'a' && r <= 'z' {
			hist[r-'a']++
		}
	}
	for i, n := range hist {
		if n > 6 {
			fmt.Printf("%c %s\n", 'a'+i, strings.Repeat("*", n))
		}
	}
}
