package main

import "fmt"

type Count uint8

func n() int { fmt.Print("n "); return 3 }

func main() {
	for i := range n() {
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x ")
	}
	for i := range Count(3) {
		fmt.Printf("%T%v ", i, i)
	}
	var k int64 = 2
	for i := range k {
		fmt.Printf("%T ", i)
	}
	for i := range -3 {
		fmt.Print("never", i)
	}
	var j int
	for j = range 4 {
	}
	fmt.Println(j)
}
