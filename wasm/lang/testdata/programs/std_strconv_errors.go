package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"42", "-0x1f", "0b101", "1_000", "", " 1", "9223372036854775808", "1e3", "0o17", "+7"} {
		a, errA := strconv.Atoi(s)
		p, errP := strconv.ParseInt(s, 0, 64)
		fmt.Println(a, errA, p, errP)
	}
	_, err := strconv.ParseInt("300", 10, 8)
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, ne.Err, errors.Is(err, strconv.ErrRange))
	u, err := strconv.ParseUint("-1", 10, 64)
	fmt.Println(u, err)
	for _, s := range []string{"true", "T", "0", "yes"} {
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	for _, s := range []string{"3.25", "1e400", "-Inf", "NaN", "0x1p4", "1.2.3", ".5"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
	}
	fmt.Println(strconv.Quote("a\tb\"é\x00"), strconv.Itoa(-5), strconv.FormatInt(255, 2), strconv.FormatInt(-255, 36))
	fmt.Println(strconv.FormatFloat(3.14159, 'f', 2, 64), strconv.FormatFloat(1e21, 'g', -1, 64), strconv.FormatFloat(1234.5, 'e', 3, 32))
	s, err := strconv.Unquote(`"a\nb"`)
	fmt.Printf("%q %v\n", s, err)
	_, err = strconv.Unquote(`"open`)
	fmt.Println(err)
	fmt.Println(string(strconv.AppendInt([]byte("n="), 7, 10)), strconv.QuoteRune('☺'), strconv.AppendQuote(nil, "x"))
	func() {
		defer func() { fmt.Println(recover()) }()
		strconv.FormatInt(1, 99)
	}()
}
