package interp

import (
	"encoding"
	"encoding/json"
	"fmt"
	"log"
	"reflect"
)

// mapTypes tells the interpreter, for each function that inspects its arguments'
// methods, which interfaces to look for. The standard library can't see a method
// of an interpreted type otherwise.
var mapTypes = reflect.ValueOf(func() map[reflect.Value][]reflect.Type {
	types := map[reflect.Value][]reflect.Type{}
	add := func(interfaces []reflect.Type, functions ...any) {
		for _, f := range functions {
			types[reflect.ValueOf(f)] = interfaces
		}
	}
	add([]reflect.Type{reflect.TypeFor[fmt.Formatter](), reflect.TypeFor[fmt.Stringer]()},
		fmt.Errorf, fmt.Append, fmt.Appendf, fmt.Appendln,
		fmt.Fprint, fmt.Fprintf, fmt.Fprintln,
		fmt.Print, fmt.Printf, fmt.Println,
		fmt.Sprint, fmt.Sprintf, fmt.Sprintln,
		log.Print, log.Printf, log.Println,
		log.Panic, log.Panicf, log.Panicln,
		log.Fatal, log.Fatalf, log.Fatalln)
	add([]reflect.Type{reflect.TypeFor[fmt.Scanner]()}, fmt.Scan, fmt.Scanf, fmt.Scanln)
	add([]reflect.Type{reflect.TypeFor[json.Marshaler](), reflect.TypeFor[encoding.TextMarshaler]()},
		json.Marshal, json.MarshalIndent)
	add([]reflect.Type{reflect.TypeFor[json.Unmarshaler](), reflect.TypeFor[encoding.TextUnmarshaler]()},
		json.Unmarshal)
	return types
}())
