package main

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	line  = regexp.MustCompile(`^(?P<level>[A-Z]+)\s+\[(?P<id>\d+)\]\s+(?P<msg>.*)$`)
	email = regexp.MustCompile(`(\w+)@(\w+)\.com`)
)

type entry struct {
	fields map[string]string
	ok     bool
}

func parse(s string) (e entry) {
	m := line.FindStringSubmatch(s)
	if m == nil {
		return
	}
	e.fields = map[string]string{}
	for i, n := range line.SubexpNames() {
		if n != "" {
			e.fields[n] = m[i]
		}
	}
	e.ok = true
	return e
}

func main() {
	for _, s := range []string{"INFO [12] started up", "nonsense", "ERROR [7] failed: x=1"} {
		fmt.Println(parse(s))
	}
	text := "bob@example.com, alice@test.com and joe@site.org"
	fmt.Println(email.FindString(text), email.FindStringIndex(text), email.MatchString("none"))
	fmt.Println(email.FindAllString(text, -1), len(email.FindAllStringSubmatch(text, 1)))
	fmt.Println(email.ReplaceAllString(text, "$2:$1"))
	fmt.Println(email.ReplaceAllStringFunc(text, strings.ToUpper))
	fmt.Printf("%q\n", regexp.MustCompile(`[,;\s]+`).Split("a, b;c  d", -1))
	fmt.Println(regexp.QuoteMeta("1+1=2?"), email.NumSubexp(), email)
	_, err := regexp.Compile(`a(b`)
	fmt.Println(err)
	re := regexp.MustCompile(`(?i)h(.)llo`)
	fmt.Println(re.FindStringSubmatchIndex("say HELLO"), string(re.Find([]byte("xx hallo"))))
	dst := re.ExpandString(nil, "<$1>", "hello", re.FindStringSubmatchIndex("hello"))
	fmt.Println(string(dst))
	func() {
		defer func() { fmt.Println(recover()) }()
		regexp.MustCompile(`*`)
	}()
}
