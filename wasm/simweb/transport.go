package simweb

import (
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

// Install makes the simulated web what net/http reaches. In the engines, which are
// built with a net/http that can do so, that holds for every http.Transport; elsewhere
// for http.DefaultTransport, and with it http.Get, http.DefaultClient and every client
// without a transport of its own.
func Install() {
	t := &http.Transport{
		// The keys are for HTTP/2 over TLS, which would want to register https itself.
		TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{},
	}
	if every, ok := any(t).(interface{ SimulateWeb(http.RoundTripper) }); ok {
		every.SimulateWeb(web{})
	} else {
		t.RegisterProtocol("http", web{})
		t.RegisterProtocol("https", web{})
	}
	// It stays an *http.Transport, which some programs count on.
	http.DefaultTransport = t
}

// web answers requests for the sites.
type web struct{}

func (web) RoundTrip(req *http.Request) (*http.Response, error) {
	host := strings.ToLower(req.URL.Hostname())
	if isLocal(host) {
		return nil, http.ErrSkipAltProtocol
	}
	if req.Body != nil {
		defer req.Body.Close()
	}
	s, ok := sites[strings.TrimPrefix(host, "www.")]
	if !ok {
		return nil, unknown(host)
	}
	ctx := req.Context()
	if err := wait(ctx, s.latency); err != nil {
		return nil, err
	}
	resp, err := s.answer(req)
	if err != nil {
		return nil, err
	}
	if req.Method == http.MethodHead {
		resp.Body = http.NoBody
	}
	resp.Body = body{ctx, resp.Body}
	return resp, nil
}

func isLocal(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// wait passes the time, or gives up when the context does.
func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		// A real network is never that prompt, and http.Client counts on it: at the
		// very moment of its own timeout it may not know yet that it timed out.
		time.Sleep(1)
		return ctx.Err()
	}
}

// body is a response's body, which can be read only while its request's context lasts.
type body struct {
	ctx context.Context
	io.ReadCloser
}

func (b body) Read(p []byte) (int, error) {
	if err := b.ctx.Err(); err != nil {
		return 0, err
	}
	return b.ReadCloser.Read(p)
}
