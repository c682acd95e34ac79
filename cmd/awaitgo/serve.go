package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"awaitgo/site"
)

const serveHelp = `awaitgo serve serves a site to the browsers on this machine.

Usage:
  awaitgo serve [DIR] [--port PORT] [--host HOST]
  awaitgo serve --watch LESSONS [--port PORT] [--host HOST]

DIR is a finished site, as awaitgo build leaves it. Without DIR it is the
course inside this program.

With --watch it is a folder of lessons instead: pages follow each change of theirs
by themselves, and show what is wrong until it is mended.

  --watch       build the lessons, and again when they change
  --port PORT   the port ($PORT, or else 8080); 0 takes a free one
  --host HOST   the address (127.0.0.1, this machine alone); 0.0.0.0 admits others

Ctrl-C ends it.
`

func (p program) serve(args []string) error {
	var host, port string
	var watched bool
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.StringVar(&host, "host", "127.0.0.1", "")
	flags.StringVar(&port, "port", defaultPort(p.getenv), "")
	flags.BoolVar(&watched, "watch", false, "")
	operands, err := parseFlags(flags, serveHelp, args)
	if err != nil {
		return err
	}
	if n, err := strconv.Atoi(port); err != nil || n < 0 || n > 65535 {
		return usage("%q is no port", port).hint("a port is a number up to 65535, such as 8080")
	}
	if len(operands) > 1 {
		return usage("serve takes one folder, and got %d", len(operands)).hint("awaitgo serve dist")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	if watched {
		if len(operands) != 1 {
			return usage("serve --watch takes one folder of lessons").hint("awaitgo serve --watch lessons")
		}
		return p.watch(ctx, operands[0], host, port)
	}
	var dir string
	if len(operands) == 1 {
		dir = operands[0]
		err = isSite(dir)
	} else {
		var remove func()
		dir, remove, err = p.buildCourse()
		defer remove()
	}
	if err != nil {
		return err
	}
	listener, err := listen(host, port)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "awaitgo serves %s\n", address(host, listener))
	return serveUntil(ctx, listener, static{os.DirFS(dir)})
}

func defaultPort(getenv func(string) string) string {
	if port := getenv("PORT"); port != "" {
		return port
	}
	return "8080"
}

// isSite refuses what a browser could make nothing of.
func isSite(dir string) error {
	if err := isFolder(dir); err != nil {
		return err
	}
	if hasFile(os.DirFS(dir), "index.html") {
		return nil
	}
	if lessons, _ := filepath.Glob(filepath.Join(dir, "*", "lesson.md")); len(lessons) > 0 {
		return failure("%s holds lessons, not a finished site", dir).hint("awaitgo build %s -o dist, then awaitgo serve dist", dir)
	}
	return failure("%s holds no site: there is no index.html", dir).hint("awaitgo build makes one")
}

// buildCourse builds the course inside this program into a folder that
// remove takes away again.
func (p program) buildCourse() (dir string, remove func(), err error) {
	parent, err := os.MkdirTemp("", "awaitgo-")
	if err != nil {
		return "", func() {}, failure("%w", err)
	}
	dir = filepath.Join(parent, "site")
	return dir, func() { os.RemoveAll(parent) }, p.buildSite(p.course, "lessons", dir, site.Options{})
}

func listen(host, port string) (net.Listener, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort(host, port))
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, failure("port %s is busy: another program listens there", port).
			hint("take another one: --port 8081, or PORT=8081")
	case errors.Is(err, syscall.EACCES):
		return nil, failure("port %s is reserved for the system", port).
			hint("take one above 1023: --port 8080, or PORT=8080")
	case err != nil:
		return nil, failure("%w", err).hint("--host is an address of this machine, such as 127.0.0.1")
	}
	return listener, nil
}

// address is what a person types into the browser.
func address(host string, listener net.Listener) string {
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	if host == "127.0.0.1" {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// serveUntil serves until the context ends, which is no error.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	defer context.AfterFunc(ctx, func() { server.Close() })()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return failure("%w", err)
	}
	return nil
}
