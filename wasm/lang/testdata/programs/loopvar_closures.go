package main

import "fmt"

func main() {
	var fs []func()
	for i := 0; i < 3; i++ {
		fs = append(fs, func() { fmt.Print(i, " ") })
	}
	for i, s := range []string{"a", "b"} {
		fs = append(fs, func() { fmt.Print(i, s, " ") })
	}
	for k, v := range map[string]int{"x": 1} {
		fs = append(fs, func() { fmt.Print(k, v, " ") })
	}
	for i := range 2 {
		fs = append(fs, func() { fmt.Print("r", i, " ") })
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
}
