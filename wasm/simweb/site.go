package simweb

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// site is one host: how long it takes, and what it then says.
type site struct {
	latency time.Duration
	answer  func(*http.Request) (*http.Response, error)
}

var sites = map[string]site{
	"example.com":      {300 * time.Millisecond, page("Example, the first", "A page to fetch, 300 milliseconds away.")},
	"example.org":      {200 * time.Millisecond, page("Example, the second", "A page to fetch, 200 milliseconds away.")},
	"example.net":      {100 * time.Millisecond, page("Example, the third", "A page to fetch, 100 milliseconds away.")},
	"slow.example":     {5 * time.Second, page("Slow", "Worth the wait of five seconds?")},
	"large.example":    {400 * time.Millisecond, large},
	"json.example":     {150 * time.Millisecond, jsonObject},
	"echo.example":     {50 * time.Millisecond, echo},
	"redirect.example": {50 * time.Millisecond, redirect("http://example.com/")},
	"status.example":   {50 * time.Millisecond, statusFromPath},
	"cut.example":      {100 * time.Millisecond, cut},
	"fail.example":     {50 * time.Millisecond, refuse},
}

func respond(req *http.Request, status int, contentType string, body []byte) *http.Response {
	return &http.Response{
		Status:        fmt.Sprintf("%d %s", status, http.StatusText(status)),
		StatusCode:    status,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        http.Header{"Content-Type": {contentType}, "Content-Length": {strconv.Itoa(len(body))}},
		Body:          io.NopCloser(bytes.NewReader(body)),
		ContentLength: int64(len(body)),
		Request:       req,
	}
}

func page(title, text string) func(*http.Request) (*http.Response, error) {
	html := fmt.Sprintf("<!doctype html>\n<title>%s</title>\n<p>%s</p>\n", title, text)
	return func(req *http.Request) (*http.Response, error) {
		return respond(req, http.StatusOK, "text/html; charset=utf-8", []byte(html)), nil
	}
}

const largeBytes = 1 << 20

func large(req *http.Request) (*http.Response, error) {
	line := "All work and no wait makes a goroutine finish first, every single time.\n"
	text := strings.Repeat(line, largeBytes/len(line)+1)[:largeBytes]
	return respond(req, http.StatusOK, "text/plain; charset=utf-8", []byte(text)), nil
}

func jsonObject(req *http.Request) (*http.Response, error) {
	return respond(req, http.StatusOK, "application/json", []byte(`{"language": "Go", "goroutines": 3, "tags": ["fast", "simple"]}`+"\n")), nil
}

func echo(req *http.Request) (*http.Response, error) {
	var body []byte
	if req.Body != nil {
		var err error
		if body, err = io.ReadAll(req.Body); err != nil {
			return nil, err
		}
	}
	answer, err := json.MarshalIndent(map[string]any{
		"method":  req.Method,
		"path":    req.URL.RequestURI(),
		"headers": req.Header,
		"body":    string(body),
	}, "", "  ")
	if err != nil {
		return nil, err
	}
	return respond(req, http.StatusOK, "application/json", append(answer, '\n')), nil
}

func redirect(to string) func(*http.Request) (*http.Response, error) {
	return func(req *http.Request) (*http.Response, error) {
		resp := respond(req, http.StatusFound, "text/html; charset=utf-8", []byte("<p>Moved.</p>\n"))
		resp.Header.Set("Location", to)
		return resp, nil
	}
}

func statusFromPath(req *http.Request) (*http.Response, error) {
	status, err := strconv.Atoi(strings.Trim(req.URL.Path, "/"))
	if err != nil || status < 200 || status > 599 {
		return respond(req, http.StatusBadRequest, "text/plain; charset=utf-8", []byte("the path is a status: /404\n")), nil
	}
	return respond(req, status, "text/plain; charset=utf-8", []byte(http.StatusText(status)+"\n")), nil
}

func cut(req *http.Request) (*http.Response, error) {
	whole := "This sentence would have had an end."
	resp := respond(req, http.StatusOK, "text/plain; charset=utf-8", []byte(whole))
	half := strings.NewReader(whole[:len(whole)/2])
	resp.Body = io.NopCloser(io.MultiReader(half, failing{io.ErrUnexpectedEOF}))
	return resp, nil
}

// failing is a reader that has nothing but its error.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func refuse(req *http.Request) (*http.Response, error) {
	port := 80
	if req.URL.Scheme == "https" {
		port = 443
	}
	return nil, &net.OpError{
		Op:   "dial",
		Net:  "tcp",
		Addr: &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: port}, // an address set aside for documentation
		Err:  os.NewSyscallError("connect", syscall.ECONNREFUSED),
	}
}

// unknown is how a lookup of a name fails that nobody has.
func unknown(host string) error {
	return &net.OpError{
		Op:  "dial",
		Net: "tcp",
		Err: &net.DNSError{Err: errNoSuchHost.Error(), Name: host, IsNotFound: true},
	}
}

var errNoSuchHost = errors.New("no such host")
