package main

import (
	"fmt"
	"reflect"
	"structs"
	"unique"
	"unsafe"
	"weak"
)

type point struct {
	_ structs.HostLayout
	X int `json:"x" unit:"mm"`
	y float64
}

func (p point) Sum(more ...int) int { return p.X + len(more) }

type namer interface{ Name() string }

func main() {
	t := reflect.TypeOf(point{})
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Tag.Get("unit"), f.Offset, f.IsExported())
	}
	v := reflect.ValueOf(point{X: 2, y: 1.5})
	fmt.Println(v.MethodByName("Sum").Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(2)})[0].Int())
	fmt.Printf("%v %+v %T %#v\n", point{X: 1}, point{X: 1}, point{}, struct{ A any }{[]byte("x")})
	made := reflect.MakeFunc(reflect.TypeFor[func(int) string](), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(fmt.Sprint("made ", in[0]))}
	})
	fmt.Println(made.Interface().(func(int) string)(3))
	m := reflect.MakeMap(reflect.TypeFor[map[string]int]())
	m.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(9))
	fmt.Println(m.Interface(), reflect.DeepEqual(m.Interface(), map[string]int{"k": 9}))
	fmt.Println(reflect.TypeFor[namer]().Method(0).Name, reflect.StructOf([]reflect.StructField{{Name: "A", Type: reflect.TypeFor[int]()}}))
	cases := []reflect.SelectCase{{Dir: reflect.SelectDefault}}
	chosen, _, _ := reflect.Select(cases)
	fmt.Println(chosen)

	b := []byte("bytes")
	fmt.Println(unsafe.String(&b[0], 3), unsafe.Sizeof(point{}), *(*byte)(unsafe.Add(unsafe.Pointer(&b[0]), 1)))
	fmt.Println(unique.Make("a") == unique.Make("a"), weak.Make(&b).Value() == &b)
}
