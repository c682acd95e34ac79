package main

import (
	"context"
	"errors"
	"log"
	"log/slog"
	"os"
	"time"
)

type user struct {
	ID   int
	Name string
}

func noTime(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	return a
}

func main() {
	h := slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: noTime})
	l := slog.New(h)
	l.Info("hello", "count", 3, "name", "two words", "d", 2*time.Second)
	l.Debug("details", slog.Int("n", 1), slog.Group("g", slog.Bool("ok", true), slog.String("s", "x")))
	l.Error("failed", "err", errors.New("boom"), "odd")
	child := l.With("req", 42).WithGroup("http")
	child.Warn("slow", "ms", 1.5, "nil", nil)
	js := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime}))
	js.Info("json", "list", []int{1, 2}, "err", errors.New("e"), "at", time.Unix(0, 0).UTC())
	js.Debug("not shown")
	js.Log(context.Background(), slog.Level(12), "custom")
	js.LogAttrs(context.Background(), slog.LevelInfo, "attrs", slog.Any("m", map[string]int{"a": 1}))
	slog.SetDefault(l)
	slog.Info("default now")
	logger := log.New(os.Stdout, "[app] ", log.Lmsgprefix)
	logger.Println("plain", 1, true)
	logger.SetPrefix("> ")
	logger.Printf("%05.1f", 3.14159)
	logger.SetFlags(0)
	logger.Print("a", "b", 1, 2)
	fmtLevel(slog.LevelWarn)
}

func fmtLevel(l slog.Level) {
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	log.Println(l, l+1, l.Level() > slog.LevelInfo)
}
