package site

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"awaitgo/site/lesson"
)

var update = flag.Bool("update", false, "write the golden files anew")

// fakeBundle is as much of a browser bundle as a build asks for.
func fakeBundle() fstest.MapFS {
	return fstest.MapFS{
		".gitignore":                      {Data: []byte("*\n")},
		"assets/early.js":                 {Data: []byte("// the script before the first paint\n")},
		"assets/page.js":                  {Data: []byte("// the page's script\n")},
		"assets/page.css":                 {Data: []byte("/* the page's styles */\n")},
		"assets/await-go.js":              {Data: []byte(strings.Repeat("// the element\n", 100))},
		"offline/worker.js":               {Data: []byte("// the worker\n")},
		"offline/remove.js":               {Data: []byte("// the worker that removes\n")},
		"engine/manifest.json":            {Data: []byte(`{"instant": {"gzip": "instant-12345678.wasm.gz"}}`)},
		"engine/instant-12345678.wasm.gz": {Data: gzipped("\x00asm, unzipped")},
	}
}

func gzipped(text string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(text))
	w.Close()
	return b.Bytes()
}

// archive is a lesson of package lesson's own tests.
func archive(t *testing.T, name string) fs.FS {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("lesson", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	fsys, err := txtar.FS(a)
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

var oneLesson = fstest.MapFS{"1-x/lesson.md": {Data: []byte("# Lesson 1: X\n\nText.\n")}}

// build builds into a fresh folder and returns it.
func build(t *testing.T, lessons fs.FS, opts Options) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "site")
	if err := Build(lessons, fakeBundle(), out, opts); err != nil {
		t.Fatal(err)
	}
	return out
}

func read(t *testing.T, path ...string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// files lists a folder's files, with slashes.
func files(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestPagesAreAsTheGoldenFilesHaveThem(t *testing.T) {
	for _, c := range []struct{ archive, page, golden string }{
		{"series.txtar", "7-queues/index.html", "series.html"},
		{"own.txtar", "8-select/index.html", "own.html"},
		{"own.txtar", "index.html", "course.html"},
	} {
		got := read(t, build(t, archive(t, c.archive), Options{}), c.page)
		golden := filepath.Join("testdata", c.golden)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if want := read(t, golden); got != want {
			t.Errorf("%s differs from %s from line %d on:\n got %s\nwant %s\nTo accept it: go test ./site -update",
				c.page, golden, 1+commonLines(got, want), lineAfter(got, want), lineAfter(want, got))
		}
	}
}

func commonLines(a, b string) int {
	n := 0
	other := strings.Split(b, "\n")
	for i, line := range strings.Split(a, "\n") {
		if i >= len(other) || line != other[i] {
			break
		}
		n++
	}
	return n
}

func lineAfter(text, other string) string {
	lines := strings.Split(text, "\n")
	return lines[min(commonLines(text, other), len(lines)-1)]
}

func TestASiteHoldsItsPagesItsImagesAndTheBundle(t *testing.T) {
	out := build(t, archive(t, "own.txtar"), Options{})
	want := []string{
		Marker,
		"404.html",
		"8-select/index.html",
		"8-select/select.svg",
		"assets/await-go.js",
		"assets/early.js",
		"assets/page.css",
		"assets/page.js",
		"assets/search.json",
		"embed/8.json",
		"embed/index.html",
		"embed.html",
		"engine/instant-12345678.wasm",
		"engine/instant-12345678.wasm.gz",
		"engine/manifest.json",
		"icon-180.png",
		"icon-192.png",
		"icon-512.png",
		"icon-maskable-512.png",
		"icon.svg",
		"index.html",
		"manifest.webmanifest",
		"offline.json",
		"sw.js",
	}
	if got := files(t, out); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := read(t, out, "engine/instant-12345678.wasm"); got != "\x00asm, unzipped" {
		t.Errorf("the plain WebAssembly is %q", got)
	}
}

func TestPrecompressedFilesStandBesideWhatTheyMakeSmaller(t *testing.T) {
	out := build(t, oneLesson, Options{Precompress: true})
	got := files(t, out)
	for _, name := range []string{"assets/await-go.js.br", "assets/await-go.js.gz", "index.html.br", "1-x/index.html.gz"} {
		if !slices.Contains(got, name) {
			t.Errorf("%s is missing among %q", name, got)
		}
	}
	for _, name := range []string{"engine/manifest.json.gz", "engine/instant-12345678.wasm.gz.gz"} {
		if slices.Contains(got, name) {
			t.Errorf("%s makes nothing smaller", name)
		}
	}
	if got := read(t, out, "engine/instant-12345678.wasm.gz"); got != string(gzipped("\x00asm, unzipped")) {
		t.Error("the bundle's own .wasm.gz was replaced")
	}
}

func TestABuildReplacesWhatABuildHasLeft(t *testing.T) {
	out := build(t, archive(t, "own.txtar"), Options{})
	if err := Build(oneLesson, fakeBundle(), out, Options{}); err != nil {
		t.Fatal(err)
	}
	if got := files(t, out); slices.Contains(got, "8-select/index.html") || !slices.Contains(got, "1-x/index.html") {
		t.Errorf("got %q", got)
	}
	if beside, _ := os.ReadDir(filepath.Dir(out)); len(beside) != 1 {
		t.Errorf("something is left beside the site: %v", beside)
	}
}

func TestAFolderOfOthersIsRefusedAndLeftAlone(t *testing.T) {
	out := t.TempDir()
	if err := os.WriteFile(filepath.Join(out, "thesis.txt"), []byte("years of work"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := Build(oneLesson, fakeBundle(), out, Options{}); !errors.Is(err, ErrForeign) {
		t.Errorf("got %v", err)
	}
	if got := files(t, out); !slices.Equal(got, []string{"thesis.txt"}) {
		t.Errorf("got %q", got)
	}
}

func TestAnEmptyFolderIsFilled(t *testing.T) {
	out := t.TempDir()
	if err := Build(oneLesson, fakeBundle(), out, Options{}); err != nil {
		t.Fatal(err)
	}
	read(t, out, "index.html")
}

func TestALinkToAFolderStaysALink(t *testing.T) {
	dir := t.TempDir()
	real, out := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := errors.Join(os.Mkdir(real, 0o777), os.Symlink(real, out)); err != nil {
		t.Skip(err) // no symbolic links here
	}
	if err := Build(oneLesson, fakeBundle(), out, Options{}); err != nil {
		t.Fatal(err)
	}
	read(t, real, "index.html")
	if info, err := os.Lstat(out); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link was replaced")
	}
}

func TestAFailedBuildLeavesTheOldSite(t *testing.T) {
	broken := fakeBundle()
	broken["engine/broken.wasm.gz"] = &fstest.MapFile{Data: []byte("no gzip")}
	for _, c := range []struct {
		name            string
		lessons, bundle fs.FS
		want            string
	}{
		{"a mistake", fstest.MapFS{"1-x/lesson.md": {}}, fakeBundle(), "1-x/lesson.md:1:1: there is no title"},
		{"no lessons", fstest.MapFS{"readme.txt": {}}, fakeBundle(), ErrNoLessons.Error()},
		{"no bundle", oneLesson, fstest.MapFS{".gitignore": {}}, ErrNoBundle.Error()},
		{"a broken bundle", oneLesson, broken, "browser bundle: gunzip engine/broken.wasm.gz"},
		{"a folder in the way", fstest.MapFS{"assets/lesson.md": oneLesson["1-x/lesson.md"]}, fakeBundle(), "assets/lesson.md:1:1:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := build(t, oneLesson, Options{Title: "Old"})
			before := read(t, out, "index.html")
			err := Build(c.lessons, c.bundle, out, Options{Title: "New"})
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
			if read(t, out, "index.html") != before {
				t.Error("the old site has changed")
			}
			if beside, _ := os.ReadDir(filepath.Dir(out)); len(beside) != 1 {
				t.Errorf("something is left beside the site: %v", beside)
			}
		})
	}
}

func TestMistakesInLessonsKeepTheirType(t *testing.T) {
	err := Build(fstest.MapFS{"1-x/lesson.md": {}}, fakeBundle(), t.TempDir(), Options{})
	if m := (*lesson.Mistake)(nil); !errors.As(err, &m) || m.Hint == "" {
		t.Errorf("got %#v", err)
	}
}

func TestLessonsLeadToTheirNeighbours(t *testing.T) {
	out := build(t, fstest.MapFS{
		"ten/lesson.md":      {Data: []byte("# Lesson 10: Ten\n\nThe `last`. More.\n")},
		"8-first/lesson.md":  {Data: []byte("# Lesson 8: Eight & `co`\n")},
		"9 middle/lesson.md": {Data: []byte("# Lesson 9: Nine\n")},
	}, Options{Title: "A <course>"})
	for _, c := range []struct{ page, want, without string }{
		{"8-first", `<a rel="next" href="../9%20middle/"><span class="kicker">Lesson 9</span> Nine</a>`, `rel="prev"`},
		{"9 middle", `<a rel="prev" href="../8-first/"><span class="kicker">Lesson 8</span> Eight &amp; co</a>`, ""},
		{"9 middle", `<a rel="next" href="../ten/">`, ""},
		{"ten", `<a rel="prev" href="../9%20middle/">`, `rel="next"`},
		{"ten", `<meta name="description" content="The last.">`, ""},
		{"ten", `<title>Ten · A &lt;course&gt;</title>`, ""},
	} {
		html := read(t, out, c.page, "index.html")
		if !strings.Contains(html, c.want) || c.without != "" && strings.Contains(html, c.without) {
			t.Errorf("%s: want %s, and not %s, in\n%s", c.page, c.want, c.without, html)
		}
	}
	index := read(t, out, "index.html")
	if !inOrder(index, `href="8-first/"`, `href="9%20middle/"`, `href="ten/"`) {
		t.Errorf("the course lists its lessons by number:\n%s", index)
	}
}

func inOrder(text string, pieces ...string) bool {
	for _, piece := range pieces {
		_, rest, found := strings.Cut(text, piece)
		if !found {
			return false
		}
		text = rest
	}
	return true
}

func TestAnExerciseHasWhatItBeginsWithAndLastItsSolution(t *testing.T) {
	site := build(t, fstest.MapFS{
		"1-x/lesson.md":                {Data: []byte("# Lesson 1: X\n\n### Exercise 1: Greet\n\nSay hello.\n\n<details>\n<summary>Hint</summary>\nPrint it.\n</details>\n")},
		"1-x/exercise-1/start/main.go": {Data: []byte("package main // begin\n")},
		"1-x/exercise-1/main.go":       {Data: []byte("package main // solved\n")},
		"1-x/exercise-1/want.txt":      {Data: []byte("hello\n")},
	}, Options{})
	page := read(t, site, "1-x/index.html")
	at := 0
	for _, want := range []string{
		`<section class="exercise" id="exercise-1">` + "\n" + `<await-exercise lesson="1" name="exercise-1">`,
		`<await-go lesson="1" name="exercise-1" log>`, "// begin", "<samp>hello\n</samp>",
		"<summary>Hint</summary>", `<details class="solution">`, "<summary>A solution</summary>", "// solved", "</await-exercise>\n</section>",
	} {
		next := strings.Index(page[at:], want)
		if next < 0 {
			t.Fatalf("there is no %s after byte %d in\n%s", want, at, page)
		}
		at += next
	}
	if embedded := read(t, site, "embed/1.json"); !strings.Contains(embedded, "begin") || strings.Contains(embedded, "solved") {
		t.Errorf("other sites embed %s", embedded)
	}
	if index := read(t, site, "assets/search.json"); !strings.Contains(index, `"exercise-1","Exercise 1: Greet"`) || strings.Contains(index, "solved") {
		t.Errorf("the search has %s", index)
	}
}

func TestAProgramHasTheTimelineOfItsPythonBesideIt(t *testing.T) {
	const log = `{"log":"awaitgo","version":1}` + "\n" + `{"seq":1,"t":0,"g":1,"kind":"outcome"}` + "\n"
	site := build(t, fstest.MapFS{
		"1-x/lesson.md":                {Data: []byte("# Lesson 1: X\n\n### Example 1\n\n### Example 2\n")},
		"1-x/example-1-ö/main.go":      {Data: []byte("package main\n")},
		"1-x/example-1-ö/main.py":      {Data: []byte("import asyncio\n")},
		"1-x/example-1-ö/want.txt":     {},
		"1-x/example-1-ö/python.jsonl": {Data: []byte(log)},
		"1-x/example-2/main.go":        {Data: []byte("package main\n")},
		"1-x/example-2/main.py":        {Data: []byte("import asyncio\n")},
		"1-x/example-2/want.txt":       {},
	}, Options{Precompress: true})
	if got := read(t, site, "1-x/example-1-ö/python.jsonl"); got != log {
		t.Errorf("got %s", got)
	}
	page := read(t, site, "1-x/index.html")
	for _, want := range []string{`name="example-1-ö" log beside="example-1-%C3%B6/python.jsonl">`, `name="example-2" log>`} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %s in\n%s", want, page)
		}
	}
	if embedded := read(t, site, "embed/1.json"); strings.Count(embedded, `"beside":`) != 1 || !strings.Contains(embedded, `"beside":"1-x/example-1-%C3%B6/python.jsonl"`) {
		t.Errorf("other sites embed %s", embedded)
	}
	if list := read(t, site, "offline.json"); !strings.Contains(list, "/python.jsonl") {
		t.Errorf("it is not kept for offline use: %s", list)
	}
}
