package main

import (
	"fmt"
	"strings"
)

type Logger struct {
	prefix string
	out    *strings.Builder
}

func (l Logger) Log(args ...any)            { l.write(fmt.Sprint(args...)) }
func (l Logger) Logf(f string, args ...any) { l.write(fmt.Sprintf(f, args...)) }
func (l Logger) write(s string)             { fmt.Fprintf(l.out, "%s%s\n", l.prefix, s) }
func (l Logger) With(kv ...string) Logger {
	l.prefix += strings.Join(kv, "=") + " "
	return l
}

func kinds(args ...any) (out []string) {
	for _, a := range args {
		switch a := a.(type) {
		case nil:
			out = append(out, "nil")
		case []any:
			out = append(out, kinds(a...)...)
		case error:
			out = append(out, "error:"+a.Error())
		case fmt.Stringer:
			out = append(out, "stringer:"+a.String())
		case func() string:
			out = append(out, a())
		default:
			out = append(out, fmt.Sprintf("%T", a))
		}
	}
	return
}

type pt struct{ x int }

func (p *pt) String() string { return fmt.Sprint("pt", p.x) }

func main() {
	l := Logger{"> ", &strings.Builder{}}
	l.Log("a", 1, 2, "b", pt{3}, &pt{4})
	l.With("k", "v").Logf("%v-%[1]T-%d%%", pt{5}, 50)
	l.Log()
	l.Logf("plain")
	fmt.Print(l.out)
	fmt.Println(kinds(1, "s", nil, []any{2.5, []any{true}}, &pt{6}, pt{7}, fmt.Errorf("e"), func() string { return "called" }))
	args := []any{1, 2, 3}
	fmt.Println(args...)
	fmt.Println(kinds(args...), kinds(args), kinds([]int{1}, []string(nil)), len(kinds()))
	rest := args[1:]
	rest[0] = "changed"
	fmt.Println(args)
}
