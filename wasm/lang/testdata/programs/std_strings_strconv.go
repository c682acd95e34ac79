package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"unicode"
)

func main() {
	fmt.Println(strings.Fields(" a b  c "), strings.Split("a,b,c", ","), strings.Join([]string{"x", "y"}, "-"))
	fmt.Println(strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return unicode.ToLower(r)
		}
		return unicode.ToUpper(r)
	}, "Hello"), strings.FieldsFunc("a1b2c", unicode.IsDigit))
	n, err := strconv.Atoi("12x")
	fmt.Println(n, err)
	var ne *strconv.NumError
	if errors.As(err, &ne) {
		fmt.Println(ne.Func, ne.Num, ne.Err == strconv.ErrSyntax)
	}
	f, _ := strconv.ParseFloat("2.5", 64)
	b, _ := strconv.ParseBool("true")
	i, _ := strconv.ParseInt("-ff", 16, 64)
	fmt.Println(f, b, i, strconv.Quote("hi\n"), strconv.Itoa(-5), strconv.FormatInt(255, 2))
	fmt.Println(math.Sqrt(2), math.MaxInt64, math.Pi, math.Inf(1), math.NaN(), -math.MaxFloat64)
	fmt.Println(math.MaxUint32, uint64(math.MaxUint64), math.MinInt64)
	r := strings.NewReplacer("a", "1", "b", "2")
	fmt.Println(r.Replace("abc"), strings.Title("hello world"), strings.EqualFold("Go", "GO"))
	before, after, ok := strings.Cut("k=v", "=")
	fmt.Println(before, after, ok, strings.Repeat("ab", 3), strings.TrimFunc("xxhixx", func(r rune) bool { return r == 'x' }))
	for i, w := range strings.Fields("the quick brown") {
		fmt.Fprintf(os.Stdout, "%d:%-6s|", i, w)
	}
	fmt.Println()
	s := "héllo, 世界"
	fmt.Println(len(s), len([]rune(s)), s[1:3], string([]rune(s)[7:]), []byte(s)[:3], strings.ToUpper(s))
	x := []byte("abc")
	x = append(x, "def"...)
	fmt.Println(string(x), string(rune(65)), strings.Compare("a", "b"))
	_, err = os.Open("/nonexistent/file")
	fmt.Println(errors.Is(err, os.ErrNotExist))
}
