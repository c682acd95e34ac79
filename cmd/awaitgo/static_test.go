package main

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

var servedSite = fstest.MapFS{
	".awaitgo":                        {Data: []byte("mark")},
	"index.html":                      {Data: []byte("<h1>course</h1>")},
	"38-asyncio/index.html":           {Data: []byte("<h1>lesson</h1>")},
	"38-asyncio/loop.svg":             {Data: []byte("<svg/>")},
	"assets/page.js":                  {Data: []byte("page")},
	"assets/page.js.br":               {Data: []byte("page in br")},
	"assets/page.js.gz":               {Data: []byte("page in gz")},
	"engine/instant-12345678.wasm":    {Data: []byte("wasm")},
	"engine/instant-12345678.wasm.gz": {Data: []byte("wasm in gz")},
}

// ask sends a request to the site: a method, a path, headers as "Name: value".
func ask(method, path string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, path, nil)
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	static{servedSite}.ServeHTTP(w, r)
	return w.Result()
}

func TestFilesAreSentAsTheBrowserTakesThem(t *testing.T) {
	for _, c := range []struct{ path, accept, body, encoding, mime string }{
		{"/", "", "<h1>course</h1>", "", "text/html; charset=utf-8"},
		{"/index.html", "", "<h1>course</h1>", "", "text/html; charset=utf-8"},
		{"/38-asyncio/", "", "<h1>lesson</h1>", "", "text/html; charset=utf-8"},
		{"/38-asyncio/loop.svg", "", "<svg/>", "", "image/svg+xml"},
		{"/assets/page.js", "", "page", "", "text/javascript; charset=utf-8"},
		{"/assets/page.js", "gzip, br", "page in br", "br", "text/javascript; charset=utf-8"},
		{"/assets/page.js", "gzip", "page in gz", "gzip", "text/javascript; charset=utf-8"},
		{"/assets/page.js", "br;q=0, gzip;q=0.5", "page in gz", "gzip", "text/javascript; charset=utf-8"},
		{"/engine/instant-12345678.wasm", "gzip, br", "wasm in gz", "gzip", "application/wasm"},
		{"/engine/instant-12345678.wasm", "", "wasm", "", "application/wasm"},
		{"/engine/instant-12345678.wasm.gz", "gzip, br", "wasm in gz", "", "application/gzip"},
	} {
		response := ask("GET", c.path, "Accept-Encoding: "+c.accept)
		body, _ := io.ReadAll(response.Body)
		if response.StatusCode != 200 || string(body) != c.body {
			t.Errorf("%s (%s): got %s, %q", c.path, c.accept, response.Status, body)
		}
		if got := response.Header.Get("Content-Encoding"); got != c.encoding {
			t.Errorf("%s (%s): Content-Encoding is %q, want %q", c.path, c.accept, got, c.encoding)
		}
		if got := response.Header.Get("Content-Type"); got != c.mime {
			t.Errorf("%s (%s): Content-Type is %q, want %q", c.path, c.accept, got, c.mime)
		}
	}
}

func TestTextsAreCompressedOnTheirWay(t *testing.T) {
	response := ask("GET", "/", "Accept-Encoding: gzip")
	unzip, err := gzip.NewReader(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if body, _ := io.ReadAll(unzip); string(body) != "<h1>course</h1>" {
		t.Errorf("got %q", body)
	}
	if response := ask("GET", "/", "Accept-Encoding: gzip", "Range: bytes=0-3"); response.Header.Get("Content-Encoding") != "" {
		t.Error("a range of a text that is compressed on its way means nothing")
	}
}

func TestWhatIsNotThere(t *testing.T) {
	for _, path := range []string{"/nowhere", "/assets/", "/.awaitgo", "/../main.go", "/38-asyncio/index.html/", "/38-asyncio//../../etc/passwd", "/%00"} {
		if response := ask("GET", path); response.StatusCode != 404 {
			t.Errorf("%s: got %s", path, response.Status)
		}
	}
	if response := ask("POST", "/"); response.StatusCode != 405 {
		t.Errorf("POST: got %s", response.Status)
	}
}

func TestAFolderEndsInASlash(t *testing.T) {
	for path, want := range map[string]string{
		"/38-asyncio":     "./38-asyncio/",
		"/38-asyncio?a=b": "./38-asyncio/?a=b",
	} {
		response := ask("GET", path)
		if got := response.Header.Get("Location"); response.StatusCode != 301 || got != want {
			t.Errorf("%s: got %s to %q, want %q", path, response.Status, got, want)
		}
	}
}

func TestUnchangedFilesAreNotSentAgain(t *testing.T) {
	for _, accept := range []string{"", "gzip", "br"} {
		first := ask("GET", "/assets/page.js", "Accept-Encoding: "+accept)
		tag := first.Header.Get("ETag")
		again := ask("GET", "/assets/page.js", "Accept-Encoding: "+accept, "If-None-Match: "+tag)
		if tag == "" || again.StatusCode != 304 {
			t.Errorf("%q: ETag %q, then %s", accept, tag, again.Status)
		}
	}
}

func TestOnlyHashedNamesAreKeptForGood(t *testing.T) {
	for name, want := range map[string]bool{
		"chunk-4X2LPQ7A.js":             true,
		"instant-3f9c0a17.wasm":         true,
		"instant-http-3f9c0a17.wasm.gz": true,
		"await-go.js":                   false,
		"page.js":                       false,
		"index.html":                    false,
		"my-favourite.png":              false,
		"chunk-4x2lpq7a.js":             false,
	} {
		if hashed(name) != want {
			t.Errorf("hashed(%q) is not %t", name, want)
		}
	}
}
