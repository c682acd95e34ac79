package main

import (
	"fmt"
	"runtime"
)

func main() { _, file, line, ok := runtime.Caller(0); fmt.Println(file != "", line, ok) }
