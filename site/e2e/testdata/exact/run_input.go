package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		fmt.Printf("%q\n", lines.Text())
	}
	fmt.Println(lines.Err(), len(os.Args))
	os.Exit(4)
}
