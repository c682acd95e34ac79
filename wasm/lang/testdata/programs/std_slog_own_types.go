package main

import (
	"bytes"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"strings"
)

type Level int

func (l Level) String() string { return strings.Repeat("*", int(l)) }

type User struct {
	ID   int
	Name string
	pass string
}

type oops struct{ code int }

func (o oops) Error() string { return fmt.Sprint("oops ", o.code) }

func drop(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

func main() {
	opts := &slog.HandlerOptions{ReplaceAttr: drop}
	t := slog.New(slog.NewTextHandler(os.Stdout, opts))
	t.Info("text", "user", User{1, "ann", "x"}, "ptr", &User{2, "bob", "y"} != nil, "level", Level(3), "err", oops{4}, "list", []Level{1, 2})
	j := slog.New(slog.NewJSONHandler(os.Stdout, opts))
	j.Info("json", "user", User{1, "ann", "x"}, "err", oops{4}, "map", map[string]Level{"a": 1}, "wrapped", fmt.Errorf("w: %w", oops{1}))
	j.With("a", 1).WithGroup("g").Error("grouped", "b", User{Name: "z"}, slog.Group("h", "c", Level(1)))
	var buf bytes.Buffer
	l := log.New(&buf, "p: ", log.Lshortfile&0)
	l.Println(User{1, "a", "b"}, Level(2), oops{3}, []Level{1}, Level(1), Level(2))
	l.Printf("%v %+v %d %s", User{}, User{ID: 5}, Level(2), oops{})
	l.Print(Level(1), Level(2), "x", User{})
	fmt.Print(buf.String())
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r)
		var o oops
		fmt.Println(errors.As(fmt.Errorf("x: %w", oops{9}), &o), o.code)
		log.SetFlags(0)
		log.Fatalf("fatal %v %v", Level(2), oops{1})
	}()
	l.Panicln("panic", oops{5})
}
