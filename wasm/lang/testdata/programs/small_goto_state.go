package main

import "fmt"

func parse(s string) (n int, ok bool) {
	i, neg := 0, false
start:
	if i >= len(s) {
		goto end
	}
	switch c := s[i]; {
	case c == '-' && i == 0:
		neg = true
		i++
		goto start
	case c >= '0' && c <= '9':
		n = n*10 + int(c-'0')
		i++
		ok = true
		goto start
	case c == ' ':
		i++
		goto start
	}
	return 0, false
end:
	if neg {
		n = -n
	}
	return
}

func retry(max int) (tries int) {
again:
	for tries < max {
		tries++
		for i := range 5 {
			if i*tries > 7 {
				break again
			}
			if i == 3 {
				continue again
			}
		}
	}
	return
}

func main() {
	for _, s := range []string{"42", "-7", "1 2", "x", "", "-"} {
		fmt.Println(parse(s))
	}
	fmt.Println(retry(2), retry(10))
	n := 0
loop:
	n++
	func() {
		defer func() { n += 10 }()
	}()
	if n < 40 {
		goto loop
	}
	fmt.Println(n)
}
