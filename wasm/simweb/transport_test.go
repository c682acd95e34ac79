package simweb

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
)

func TestMain(m *testing.M) {
	Install()
	m.Run()
}

// inBubble runs f on a clock of its own, so that latencies are exact and cost nothing.
func inBubble(t *testing.T, f func(t *testing.T)) {
	t.Helper()
	synctest.Test(t, f)
}

func TestEachSiteAnswersAfterItsLatency(t *testing.T) {
	for _, c := range []struct {
		url     string
		latency time.Duration
		status  int
		has     string
	}{
		{"http://example.com", 300 * time.Millisecond, 200, "<title>Example, the first"},
		{"https://example.org/any/path", 200 * time.Millisecond, 200, "the second"},
		{"http://EXAMPLE.net", 100 * time.Millisecond, 200, "the third"},
		{"http://www.example.com", 300 * time.Millisecond, 200, "the first"},
		{"http://slow.example", 5 * time.Second, 200, "Slow"},
		{"http://json.example", 150 * time.Millisecond, 200, `"goroutines": 3`},
		{"http://status.example/404", 50 * time.Millisecond, 404, "Not Found"},
		{"http://status.example/nonsense", 50 * time.Millisecond, 400, "the path is a status"},
		{"http://redirect.example", 350 * time.Millisecond, 200, "the first"},
	} {
		t.Run(c.url, func(t *testing.T) {
			inBubble(t, func(t *testing.T) {
				start := time.Now()
				resp, err := http.Get(c.url)
				if err != nil {
					t.Fatal(err)
				}
				defer resp.Body.Close()
				if got := time.Since(start); got != c.latency {
					t.Errorf("answered after %v, want %v", got, c.latency)
				}
				text, err := io.ReadAll(resp.Body)
				if err != nil {
					t.Fatal(err)
				}
				if resp.StatusCode != c.status || !strings.Contains(string(text), c.has) {
					t.Errorf("got %s and %q, want status %d and text with %q", resp.Status, text, c.status, c.has)
				}
			})
		})
	}
}

func TestTheLargeBodyIsOneMebibyte(t *testing.T) {
	inBubble(t, func(t *testing.T) {
		resp, err := http.Get("http://large.example")
		if err != nil {
			t.Fatal(err)
		}
		n, err := io.Copy(io.Discard, resp.Body)
		if n != 1<<20 || err != nil {
			t.Errorf("read %d bytes, %v", n, err)
		}
	})
}

func TestABodyCanBreakOff(t *testing.T) {
	inBubble(t, func(t *testing.T) {
		resp, err := http.Get("http://cut.example")
		if err != nil {
			t.Fatal(err)
		}
		if text, err := io.ReadAll(resp.Body); !errors.Is(err, io.ErrUnexpectedEOF) || len(text) == 0 {
			t.Errorf("read %q, %v", text, err)
		}
	})
}

func TestEchoSeesTheRequest(t *testing.T) {
	inBubble(t, func(t *testing.T) {
		resp, err := http.Post("http://echo.example/a?b=c", "text/plain", strings.NewReader("hello"))
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(resp.Body)
		for _, want := range []string{`"method": "POST"`, `"path": "/a?b=c"`, `"body": "hello"`} {
			if !bytes.Contains(text, []byte(want)) {
				t.Errorf("%s is not in %s", want, text)
			}
		}
	})
}

func TestFailuresAreThoseOfARealNetwork(t *testing.T) {
	inBubble(t, func(t *testing.T) {
		_, err := http.Get("http://fail.example/")
		if !errors.Is(err, syscall.ECONNREFUSED) {
			t.Errorf("fail.example: %v", err)
		}
		_, err = http.Get("http://nobody.test/")
		var dns *net.DNSError
		if !errors.As(err, &dns) || !dns.IsNotFound {
			t.Errorf("nobody.test: %v", err)
		}
		if want := `Get "http://nobody.test/": dial tcp: lookup nobody.test: no such host`; err.Error() != want {
			t.Errorf("got %q, want %q", err, want)
		}
	})
}

func TestATimeoutEndsTheWait(t *testing.T) {
	inBubble(t, func(t *testing.T) {
		start := time.Now()
		client := &http.Client{Timeout: time.Second}
		_, err := client.Get("http://slow.example/")
		if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "Client.Timeout exceeded") {
			t.Errorf("got %v", err)
		}
		if took := time.Since(start).Round(time.Millisecond); took != time.Second {
			t.Errorf("took %v", took)
		}
	})
}

func TestACancelledContextEndsWaitAndBody(t *testing.T) {
	inBubble(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		req, _ := http.NewRequestWithContext(ctx, "GET", "http://slow.example/", nil)
		time.AfterFunc(time.Second, cancel)
		if _, err := http.DefaultClient.Do(req); !errors.Is(err, context.Canceled) {
			t.Errorf("while waiting: %v", err)
		}

		ctx, cancel = context.WithCancel(t.Context())
		req, _ = http.NewRequestWithContext(ctx, "GET", "http://large.example/", nil)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		cancel()
		if _, err := io.ReadAll(resp.Body); !errors.Is(err, context.Canceled) {
			t.Errorf("while reading: %v", err)
		}
	})
}

func TestServersOfTheProgramItselfAreReached(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "from "+r.URL.Path)
	}))
	defer srv.Close()
	resp, err := http.Get(srv.URL + "/here")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if text, _ := io.ReadAll(resp.Body); string(text) != "from /here" {
		t.Errorf("got %q", text)
	}
}
