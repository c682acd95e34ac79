package main

import (
	"fmt"
	"os"
	"strings"
)

type Node interface {
	Render(*strings.Builder, map[string]any) error
}

type (
	Text string
	Var  struct{ Name string }
	Each struct {
		Name string
		Body []Node
	}
)

func (t Text) Render(b *strings.Builder, _ map[string]any) error {
	b.WriteString(string(t))
	return nil
}

func (v Var) Render(b *strings.Builder, env map[string]any) error {
	x, ok := env[v.Name]
	if !ok {
		return fmt.Errorf("no variable %q", v.Name)
	}
	fmt.Fprint(b, x)
	return nil
}

func (e Each) Render(b *strings.Builder, env map[string]any) error {
	items, ok := env[e.Name].([]any)
	if !ok {
		return fmt.Errorf("%s is a %T", e.Name, env[e.Name])
	}
	for i, it := range items {
		inner := map[string]any{"it": it, "i": i}
		for k, v := range env {
			if _, shadow := inner[k]; !shadow {
				inner[k] = v
			}
		}
		for _, n := range e.Body {
			if err := n.Render(b, inner); err != nil {
				return fmt.Errorf("item %d: %w", i, err)
			}
		}
	}
	return nil
}

func parse(s string) (nodes []Node, rest string, err error) {
	for s != "" {
		open := strings.Index(s, "{{")
		if open < 0 {
			return append(nodes, Text(s)), "", nil
		}
		if open > 0 {
			nodes = append(nodes, Text(s[:open]))
		}
		end := strings.Index(s, "}}")
		if end < open {
			return nil, "", fmt.Errorf("unclosed {{ at %q", s[open:])
		}
		tag := strings.Fields(s[open+2 : end])
		s = s[end+2:]
		switch {
		case len(tag) == 2 && tag[0] == "each":
			var body []Node
			if body, s, err = parse(s); err != nil {
				return
			}
			nodes = append(nodes, Each{tag[1], body})
		case len(tag) == 1 && tag[0] == "end":
			return nodes, s, nil
		case len(tag) == 1:
			nodes = append(nodes, Var{tag[0]})
		default:
			return nil, "", fmt.Errorf("bad tag %v", tag)
		}
	}
	return nodes, "", nil
}

func main() {
	env := map[string]any{"name": "Gopher", "list": []any{1, "two", 3.5, nil, []int{4}}, "n": 5}
	for _, src := range []string{"Hi {{name}}!", "{{each list}}{{i}}={{it}} of {{n}}; {{end}}done", "{{each n}}x{{end}}", "{{what}}", "{{open", "{{a b c}}", "{{each list}}{{zz}}{{end}}"} {
		nodes, _, err := parse(src)
		if err != nil {
			fmt.Fprintln(os.Stdout, "parse:", err)
			continue
		}
		var b strings.Builder
		for _, n := range nodes {
			if err = n.Render(&b, env); err != nil {
				break
			}
		}
		fmt.Printf("%q %v %T\n", b.String(), err, nodes[0])
	}
}
