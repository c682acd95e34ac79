package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

type Section map[string]string
type Config map[string]Section

type ParseError struct {
	Line int
	Text string
	Err  error
}

func (p *ParseError) Error() string { return fmt.Sprintf("line %d: %q: %v", p.Line, p.Text, p.Err) }
func (p *ParseError) Unwrap() error { return p.Err }

var (
	ErrNoSection = errors.New("key outside of a section")
	ErrSyntax    = errors.New("syntax error")
)

func Parse(r io.Reader) (Config, error) {
	cfg := Config{}
	var current Section
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		fail := func(err error) error { return &ParseError{n, line, err} }
		switch {
		case line == "", strings.HasPrefix(line, "#"):
		case line[0] == '[' && line[len(line)-1] == ']':
			name := line[1 : len(line)-1]
			if cfg[name] == nil {
				cfg[name] = Section{}
			}
			current = cfg[name]
		default:
			k, v, ok := strings.Cut(line, "=")
			if !ok {
				return cfg, fail(ErrSyntax)
			}
			if current == nil {
				return nil, fail(ErrNoSection)
			}
			current[strings.TrimSpace(k)] = strings.Trim(strings.TrimSpace(v), `"`)
		}
	}
	return cfg, sc.Err()
}

func (s Section) Int(key string, def int) (int, error) {
	v, ok := s[key]
	if !ok {
		return def, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil {
		return def, fmt.Errorf("key %s: %w", key, err)
	}
	return n, nil
}

type Row struct {
	Name  string
	Price float64
	Qty   int
}

func rows(csv string) (out []Row, err error) {
	for i, l := range strings.Split(csv, "\n") {
		cells := strings.Split(l, ",")
		if len(cells) != 3 {
			return out, fmt.Errorf("row %d has %d cells", i, len(cells))
		}
		r := Row{Name: cells[0]}
		if r.Price, err = strconv.ParseFloat(cells[1], 64); err != nil {
			return
		}
		if r.Qty, err = strconv.Atoi(cells[2]); err != nil {
			return
		}
		out = append(out, r)
	}
	return
}

func main() {
	cfg, err := Parse(strings.NewReader("# config\n[server]\nhost = \"localhost\"\nport=8080\n\n[db]\nname = x=y\n[server]\nbad = 12x\n"))
	fmt.Println(cfg, err)
	fmt.Println(cfg["server"].Int("port", 1))
	fmt.Println(cfg["server"].Int("none", 7))
	_, err = cfg["server"].Int("bad", 0)
	fmt.Println(err, errors.Is(err, strconv.ErrSyntax))
	fmt.Println(cfg["nope"]["x"] == "", len(cfg["nope"]))
	for _, in := range []string{"a=b", "[s]\nnonsense"} {
		_, err := Parse(strings.NewReader(in))
		var pe *ParseError
		fmt.Println(errors.As(err, &pe), pe.Line, errors.Is(err, ErrSyntax), err)
	}
	rs, err := rows("pen,1.5,10\ncup,4.25,2")
	fmt.Printf("%v %+v %v\n", rs, rs[1], err)
	fmt.Println(rows("pen,1.5"))
	fmt.Println(rows("pen,x,1"))
	slices.SortFunc(rs, func(a, b Row) int { return a.Qty - b.Qty })
	fmt.Println(rs[0].Name)
}
