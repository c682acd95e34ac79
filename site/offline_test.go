package site

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

type fileList struct {
	Files []listed
}

func offlineList(t *testing.T, out string) map[string]listed {
	t.Helper()
	var list fileList
	if err := json.Unmarshal([]byte(read(t, out, listName)), &list); err != nil {
		t.Fatal(err)
	}
	files := make(map[string]listed)
	for _, file := range list.Files {
		files[file.Path] = file
	}
	return files
}

func TestTheListHasEveryFileThatAReaderNeedsWithItsHash(t *testing.T) {
	out := build(t, archive(t, "own.txtar"), Options{Precompress: true})
	list := offlineList(t, out)
	var wanted []string
	for _, name := range files(t, out) {
		skip := []string{Marker, workerName, listName, "engine/instant-12345678.wasm"}
		precompressed := strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") && !strings.HasSuffix(name, ".wasm.gz")
		if !slices.Contains(skip, name) && !precompressed {
			wanted = append(wanted, name)
		}
	}
	slices.Sort(wanted)
	if got := slices.Sorted(maps.Keys(list)); !slices.Equal(got, wanted) {
		t.Errorf("got  %q\nwant %q", got, wanted)
	}
	for name, file := range list {
		content := read(t, out, name)
		if file.SHA256 != hash([]byte(content)) || file.Bytes != len(content) {
			t.Errorf("%s: the list has another hash or size", name)
		}
	}
	engine := list["engine/instant-12345678.wasm.gz"]
	if engine.UnpackedSHA256 != hash([]byte("\x00asm, unzipped")) {
		t.Error("the engine's content has another hash")
	}
}

func TestTheWorkerIsBoundToTheList(t *testing.T) {
	out := build(t, oneLesson, Options{})
	first, rest, _ := strings.Cut(read(t, out, workerName), "\n")
	want := `self.AWAITGO = {"list":"offline.json","sha256":"` + hash([]byte(read(t, out, listName))) + `"};`
	if first != want || rest != "// the worker\n" {
		t.Errorf("got %q and %q, want %q first", first, rest, want)
	}
	again := build(t, oneLesson, Options{})
	if read(t, again, workerName) != first+"\n"+rest {
		t.Error("the same course built twice gives another version")
	}
}

func TestEnginesThatProgramsNeedAreFetchedAhead(t *testing.T) {
	bundle := fakeBundle()
	bundle["engine/instant-http-87654321.wasm.gz"] = &fstest.MapFile{Data: gzipped("http")}
	bundle["engine/manifest.json"] = &fstest.MapFile{Data: []byte(
		`{"instant": {"gzip": "instant-12345678.wasm.gz"}, "instant-http": {"gzip": "instant-http-87654321.wasm.gz"}, "note": 1}`)}
	for _, c := range []struct{ text, base, http string }{
		{"Text.", ahead, later},
		{"```go\nimport \"net/http\"\n```", ahead, ahead},
	} {
		out := t.TempDir() + "/site"
		lessons := fstest.MapFS{"1-x/lesson.md": {Data: []byte("# Lesson 1: X\n\n" + c.text + "\n")}}
		if err := Build(lessons, bundle, out, Options{}); err != nil {
			t.Fatal(err)
		}
		list := offlineList(t, out)
		base, http := list["engine/instant-12345678.wasm.gz"].When, list["engine/instant-http-87654321.wasm.gz"].When
		if base != c.base || http != c.http {
			t.Errorf("%q: got %s and %s, want %s and %s", c.text, base, http, c.base, c.http)
		}
		if list["engine/manifest.json"].When != atInstall || list["1-x/index.html"].When != atInstall {
			t.Error("pages and the engines' manifest belong to a version")
		}
	}
}

func TestASiteWithoutOfflineUseRemovesItsWorker(t *testing.T) {
	out := build(t, oneLesson, Options{NoOffline: true})
	if got := read(t, out, workerName); got != "// the worker that removes\n" {
		t.Errorf("sw.js is %q", got)
	}
	if strings.Contains(read(t, out, "index.html"), manifestName) {
		t.Error("the page asks to be installed")
	}
}

func TestIconsAreSquareAndMaskableOnesFillTheSquare(t *testing.T) {
	for _, maskable := range []bool{false, true} {
		content, err := iconPNG(64, maskable)
		if err != nil {
			t.Fatal(err)
		}
		icon, err := png.Decode(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		if icon.Bounds() != image.Rect(0, 0, 64, 64) {
			t.Errorf("got %v", icon.Bounds())
		}
		_, _, _, alpha := icon.At(0, 0).RGBA()
		if opaque := alpha == 0xffff; opaque != maskable {
			t.Errorf("maskable %t: the corner's opacity is %x", maskable, alpha)
		}
	}
}
