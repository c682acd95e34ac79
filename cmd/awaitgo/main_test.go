package main

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// The scripts run the command with a small course and bundle inside, so that
// they pass whether or not the browser side was built. "awaitgo" is the command;
// "unbundled" is one from a build that left it out.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"awaitgo":   func() { os.Exit(inside(fakeBundle).run(os.Args[1:])) },
		"unbundled": func() { os.Exit(inside(fstest.MapFS{}).run(os.Args[1:])) },
	})
}

var fakeBundle = fstest.MapFS{
	"assets/page.js":           {Data: []byte("// the page's script\n")},
	"assets/page.css":          {Data: []byte("/* the page's styles */\n")},
	"assets/early.js":          {Data: []byte("// before the first paint\n")},
	"assets/chunk-4X2LPQ7A.js": {Data: []byte("// loaded later\n")},
	"engine/manifest.json":     {Data: []byte("{}\n")},
	"pack/single.js":           {Data: []byte("// a course in one file\n")},
	"pack/lms.js":              {Data: []byte("// a course in a learning system\n")},
	"pack/lms.css":             {Data: []byte("/* and its styles */\n")},
}

func inside(bundle fs.FS) program {
	return program{
		stdout: os.Stdout,
		stderr: os.Stderr,
		getenv: os.Getenv,
		course: fstest.MapFS{"1-inside/lesson.md": {Data: []byte("# Lesson 1: Inside\n\nIn the binary.\n")}},
		bundle: bundle,
	}
}

func TestExitCodesTellMisuseFromFailure(t *testing.T) {
	for args, want := range map[string]int{
		"":                   misuse,
		"help":               ok,
		"build --help":       ok,
		"sreve":              misuse,
		"build":              misuse,
		"build --nope x":     misuse,
		"build nowhere":      failed,
		"serve nowhere":      failed,
		"serve --port x dir": misuse,
	} {
		p := inside(fakeBundle)
		p.stdout, p.stderr = io.Discard, io.Discard
		if got := p.run(strings.Fields(args)); got != want {
			t.Errorf("awaitgo %s: exit code %d, want %d", args, got, want)
		}
	}
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup:               setup,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"get": get},
	})
}

// setup gives a script a port that is free, and one that is busy.
func setup(env *testscript.Env) error {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	defer free.Close()
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	env.Defer(func() { busy.Close() })
	// Scripts have no home; go would build its library anew in each.
	if cache, err := os.UserCacheDir(); err == nil {
		env.Setenv("GOCACHE", cmp.Or(os.Getenv("GOCACHE"), filepath.Join(cache, "go-build")))
	}
	env.Setenv("FREE", port(free))
	env.Setenv("BUSY", port(busy))
	return nil
}

func port(l net.Listener) string {
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// get fetches an address, and waits for its server to be up: status, headers
// and body become standard output. "! get" wants a status other than 200.
//
//	get URL [HEADER:VALUE...]
func get(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) == 0 {
		ts.Fatalf("usage: get URL [HEADER:VALUE...]")
	}
	request, err := http.NewRequest("GET", args[0], nil)
	ts.Check(err)
	request.Header.Set("Accept-Encoding", "identity")
	for _, header := range args[1:] {
		name, value, _ := strings.Cut(header, ":")
		request.Header.Set(name, value)
	}
	response, err := waitFor(request)
	ts.Check(err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	ts.Check(err)

	out := ts.Stdout()
	fmt.Fprintln(out, response.Status)
	ts.Check(response.Header.Write(out))
	fmt.Fprintf(out, "\n%s", body)
	if (response.StatusCode == http.StatusOK) == neg {
		ts.Fatalf("%s: %s", args[0], response.Status)
	}
}

func waitFor(request *http.Request) (*http.Response, error) {
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		response, err := client.Do(request)
		if err == nil || time.Now().After(deadline) {
			return response, err
		}
	}
}
