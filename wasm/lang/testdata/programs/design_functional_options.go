package main

import (
	"errors"
	"fmt"
	"time"
)

type Server struct {
	addr    string
	timeout time.Duration
	tls     bool
	hooks   []func(string) string
}

type Option func(*Server) error

func WithTimeout(d time.Duration) Option {
	return func(s *Server) error {
		if d <= 0 {
			return fmt.Errorf("timeout %v: must be positive", d)
		}
		s.timeout = d
		return nil
	}
}

func WithTLS() Option { return func(s *Server) error { s.tls = true; return nil } }

func WithHook(h func(string) string) Option {
	return func(s *Server) error { s.hooks = append(s.hooks, h); return nil }
}

func New(addr string, opts ...Option) (*Server, error) {
	s := &Server{addr: addr, timeout: time.Second}
	var errs []error
	for _, o := range opts {
		errs = append(errs, o(s))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *Server) Handle(in string) string {
	for i := len(s.hooks) - 1; i >= 0; i-- {
		in = s.hooks[i](in)
	}
	return in
}

type Handler interface{ Serve(string) string }
type HandlerFunc func(string) string

func (f HandlerFunc) Serve(s string) string { return f(s) }

type Middleware func(Handler) Handler

func chain(h Handler, ms ...Middleware) Handler {
	for i := range ms {
		h = ms[len(ms)-1-i](h)
	}
	return h
}

func logging(name string) Middleware {
	return func(next Handler) Handler {
		return HandlerFunc(func(s string) string {
			fmt.Println(name, "before", s)
			defer fmt.Println(name, "after", s)
			return name + "(" + next.Serve(s) + ")"
		})
	}
}

func main() {
	s, err := New(":80", WithTLS(), WithTimeout(3*time.Second), WithHook(func(s string) string { return s + "1" }), WithHook(func(s string) string { return s + "2" }))
	fmt.Println(s.addr, s.timeout, s.tls, len(s.hooks), err, s.Handle("x"))
	s, err = New(":80", WithTimeout(0), WithTimeout(-1))
	fmt.Println(s == nil, err)
	s, _ = New("plain")
	fmt.Printf("%+v\n", *s)
	h := chain(HandlerFunc(func(s string) string { return "core:" + s }), logging("a"), logging("b"))
	fmt.Println(h.Serve("req"))
	_, isFunc := h.(HandlerFunc)
	fmt.Println(isFunc)
}
