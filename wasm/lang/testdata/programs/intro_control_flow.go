package main

import "fmt"

func grade(n int) string {
	switch {
	case n >= 90:
		return "A"
	case n >= 80:
		return "B"
	}
	return "F"
}

func describe(i int) (s string) {
	switch i {
	case 0:
		s = "zero"
	case 1, 3, 5:
		s = "small odd"
		fallthrough
	case 2:
		s += " (or fell)"
	default:
		if i < 0 {
			s = "negative"
			break
		}
		s = "other"
	}
	return
}

func main() {
	sum := 0
	for i := 0; i < 10; i++ {
		if i%2 == 0 {
			continue
		}
		if i > 7 {
			break
		}
		sum += i
	}
	fmt.Println(sum)
	n := 1
	for n < 100 {
		n *= 3
	}
	fmt.Println(n)
	for {
		n--
		if n%7 == 0 {
			break
		}
	}
	fmt.Println(n)
	for i := range 3 {
		fmt.Print(i)
	}
	for range 2 {
		fmt.Print("!")
	}
	fmt.Println()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, ",", j, " ")
	}
	fmt.Println()
	fmt.Println(grade(95), grade(80), grade(3))
	for _, i := range []int{0, 1, 2, -4, 9} {
		fmt.Println(describe(i))
	}
	if v := sum * 2; v > 30 {
		fmt.Println("big", v)
	} else if w := v + 1; w > 10 {
		fmt.Println("medium", v, w)
	} else {
		fmt.Println("small", v, w)
	}
	switch x := 5; x {
	case 4 + 1:
		fmt.Println("five")
	}
	switch {
	default:
		fmt.Println("default first")
	case sum > 1000:
		fmt.Println("no")
	}
	switch f := func() int { return 3 }; f() {
	case 3:
		fmt.Println("three")
	}
	for i := range 15 {
		switch {
		case i%15 == 0:
			fmt.Print("FizzBuzz ")
		case i%3 == 0:
			fmt.Print("Fizz ")
		case i%5 == 0:
			fmt.Print("Buzz ")
		default:
			continue
		}
	}
	fmt.Println()
	var i int
	for i = 0; i < 3; i++ {
	}
	fmt.Println("after", i)
	for i, r := range "añb" {
		fmt.Print(i, string(r), " ")
	}
	for range "abc" {
		fmt.Print(".")
	}
	for i := range [4]int{} {
		fmt.Print(i)
	}
	fmt.Println()
}
