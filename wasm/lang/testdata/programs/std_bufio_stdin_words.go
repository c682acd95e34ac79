package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"
)

type count struct {
	word string
	n    int
}

func main() {
	sc := bufio.NewScanner(os.Stdin)
	lines, counts := 0, map[string]int{}
	for sc.Scan() {
		lines++
		line := sc.Text()
		if strings.TrimSpace(line) == "" {
			fmt.Println("empty line", lines)
			continue
		}
		words := bufio.NewScanner(strings.NewReader(line))
		words.Split(bufio.ScanWords)
		for words.Scan() {
			counts[strings.ToLower(strings.Trim(words.Text(), ".,!"))]++
		}
	}
	if err := sc.Err(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	var list []count
	for w, n := range counts {
		list = append(list, count{w, n})
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].n != list[j].n {
			return list[i].n > list[j].n
		}
		return list[i].word < list[j].word
	})
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for i, c := range list {
		if i == 4 {
			fmt.Fprintf(w, "... and %d more\n", len(list)-i)
			break
		}
		fmt.Fprintf(w, "%-6s %2d %s\n", c.word, c.n, strings.Repeat("#", c.n))
	}
	fmt.Fprintln(w, "lines:", lines)
}
