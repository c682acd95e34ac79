package main

import "fmt"

func f(n int) string { fmt.Print("f", n, " "); return fmt.Sprint(n) }

func classify(b byte) string {
	switch {
	case '0' <= b && b <= '9':
		return "digit"
	case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z':
		return "letter"
	}
	return "other"
}

func main() {
	switch x := 5; {
	case x > 3:
		fmt.Println("big")
		fallthrough
	case x > 100:
		fmt.Println("fell")
	default:
		fmt.Println("no")
	}
	switch "2" {
	case f(1), f(2), f(3):
		fmt.Println("found")
	}
	switch i := interface{}(int64(3)); i {
	case 3:
		fmt.Println("int")
	case int64(3):
		fmt.Println("int64")
	}
	for i := range 4 {
		switch i {
		case 1:
			continue
		case 2:
			break
		default:
			fmt.Print("i", i, " ")
		}
	}
	s := "a1!"
	i := 0
	for i < len(s) {
		switch {
		case i < len(s) && s[i] == '1':
			fmt.Print("one ")
		case i < 10 && classify(s[i]) == "letter":
			fmt.Print("letter ")
		default:
			fmt.Print("? ")
		}
		i++
	}
	switch {
	default:
		fmt.Println("only default")
	}
}
