package main

import (
	"fmt"
	"sort"
	"strings"
)

type Value any
type Object = map[string]Value
type List = []Value

func walk(path string, v Value, visit func(string, Value)) {
	switch v := v.(type) {
	case Object:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			walk(path+"."+k, v[k], visit)
		}
	case List:
		for i, e := range v {
			walk(fmt.Sprintf("%s[%d]", path, i), e, visit)
		}
	default:
		visit(strings.TrimPrefix(path, "."), v)
	}
}

func depth(v Value) int {
	d := 0
	switch v := v.(type) {
	case Object:
		for _, e := range v {
			d = max(d, depth(e))
		}
	case List:
		for _, e := range v {
			d = max(d, depth(e))
		}
	default:
		return 0
	}
	return d + 1
}

func get(v Value, path ...any) (Value, bool) {
	for _, p := range path {
		ok := false
		switch c := v.(type) {
		case Object:
			key, isString := p.(string)
			if v, ok = c[key]; !isString {
				return nil, false
			}
		case List:
			if i, isInt := p.(int); isInt && i < len(c) {
				v, ok = c[i], true
			}
		}
		if !ok {
			return nil, false
		}
	}
	return v, true
}

func main() {
	doc := Object{"name": "x", "tags": List{"a", 2, Object{"deep": true}}, "none": nil, "nums": List{1.5, List{}}}
	walk("", doc, func(p string, v Value) { fmt.Printf("%s: %v (%T)\n", p, v, v) })
	fmt.Println(depth(doc), depth(1))
	fmt.Println(get(doc, "tags", 2, "deep"))
	fmt.Println(get(doc, "tags", 9))
	fmt.Println(get(doc, 0))
}
