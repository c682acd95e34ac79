package main

import (
	"context"
	"fmt"
	"html"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"awaitgo/site"
)

// watch serves lessons while they are written.
func (p program) watch(ctx context.Context, dir, host, port string) error {
	if err := isFolder(dir); err != nil {
		return err
	}
	base, remove, err := p.buildCourse() // for its scripts and engines
	defer remove()
	if err != nil {
		return err
	}
	pages, err := os.MkdirTemp("", "awaitgo-watch-")
	if err != nil {
		return failure("%w", err)
	}
	defer os.RemoveAll(pages)
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return failure("%w", err)
	}
	defer watcher.Close()
	if err := watchAll(watcher, dir); err != nil {
		return failure("%s can't be watched: %w", dir, err)
	}
	listener, err := listen(host, port)
	if err != nil {
		return err
	}
	w := &watched{program: p, dir: dir, out: filepath.Join(pages, "site"), base: os.DirFS(base), changed: make(chan struct{})}
	w.build()
	fmt.Fprintf(p.stdout, "awaitgo serves %s\n", address(host, listener))
	go w.follow(ctx, watcher)
	return serveUntil(ctx, listener, w)
}

// watchAll watches a folder and all below it: systems watch one at a time.
func watchAll(watcher *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return nil // what has gone meanwhile is not watched
		}
		return watcher.Add(name)
	})
}

// watched is a site that follows its lessons.
type watched struct {
	program
	dir, out string
	base     fs.FS // a whole site, of which it has assets and engines

	mu       sync.Mutex
	version  int
	mistakes string        // what the last build said; "" if it went well
	changed  chan struct{} // closed with the next version
}

// quiet is how long nothing may change before a build: editors write in steps.
const quiet = 60 * time.Millisecond

func (w *watched) follow(ctx context.Context, watcher *fsnotify.Watcher) {
	timer := time.NewTimer(time.Hour)
	for {
		select {
		case <-ctx.Done():
			return
		case event, open := <-watcher.Events:
			if !open {
				return
			}
			if event.Has(fsnotify.Create) {
				watchAll(watcher, event.Name) // if it is a folder
			}
			if !event.Has(fsnotify.Chmod) || event.Op != fsnotify.Chmod {
				timer.Reset(quiet)
			}
		case <-watcher.Errors:
			timer.Reset(quiet) // events were lost: build, to be sure
		case <-timer.C:
			w.build()
		}
	}
}

// build makes the next version: pages, or what is wrong with the lessons.
func (w *watched) build() {
	var said strings.Builder
	p := w.program
	p.stderr = &said
	err := p.buildSite(os.DirFS(w.dir), w.dir, w.out, site.Options{Watched: true})
	if err != nil {
		p.finish(err)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.version > 0 && w.mistakes != "" && err == nil {
		fmt.Fprintln(w.stdout, "all is well again")
	}
	w.version++
	w.mistakes = said.String()
	fmt.Fprint(w.stderr, w.mistakes)
	close(w.changed)
	w.changed = make(chan struct{})
}

func (w *watched) state() (version int, mistakes string, changed <-chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.version, w.mistakes, w.changed
}

func (w *watched) ServeHTTP(out http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == ".changes" {
		w.sendChanges(out, r)
		return
	}
	_, mistakes, _ := w.state()
	switch isShared := strings.HasPrefix(name, "assets/") || strings.HasPrefix(name, "engine/"); {
	case name == "assets/watch.js":
		out.Header().Set("Content-Type", mimeTypes[".js"])
		out.Write(site.WatchScript())
	case mistakes != "" && !isShared:
		sendMistakes(out, strings.Repeat("../", strings.Count(strings.TrimPrefix(r.URL.Path, "/"), "/")), mistakes)
	case isShared && !isFile(os.DirFS(w.out), name):
		static{w.base}.ServeHTTP(out, r)
	default:
		static{os.DirFS(w.out)}.ServeHTTP(out, r)
	}
}

// sendChanges sends the version, and each that comes, as server-sent events.
func (w *watched) sendChanges(out http.ResponseWriter, r *http.Request) {
	out.Header().Set("Content-Type", "text/event-stream")
	out.Header().Set("Cache-Control", "no-store")
	control := http.NewResponseController(out)
	for {
		version, _, changed := w.state()
		fmt.Fprintf(out, "data: %d\n\n", version)
		if control.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-changed:
		}
	}
}

// sendMistakes stands in for every page while the lessons have mistakes.
func sendMistakes(out http.ResponseWriter, root, mistakes string) {
	out.Header().Set("Content-Type", mimeTypes[".html"])
	out.Header().Set("Cache-Control", "no-store")
	out.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'")
	out.WriteHeader(http.StatusInternalServerError)
	root = html.EscapeString("./" + root)
	fmt.Fprintf(out, `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Mistakes in the lessons</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="%[1]sassets/page.css"><script type="module" src="%[1]sassets/watch.js"></script></head>
<body><main class="lost"><h1>The lessons have mistakes</h1><pre class="code">%[2]s</pre><p>This page goes on by itself when they are mended.</p></main></body>
</html>
`, root, html.EscapeString(mistakes))
}
