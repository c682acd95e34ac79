package main

import (
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
)

type row struct {
	name  string
	price float64
	qty   int
}

func (r row) total() float64 { return r.price * float64(r.qty) }

func main() {
	rows := []row{{"apple", 0.5, 12}, {"watermelon", 3.25, 1}, {"fig", 12, 100}}
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "name\tprice\tqty\ttotal\t")
	sum := 0.0
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%.2f\t%d\t%.2f\t\n", r.name, r.price, r.qty, r.total())
		sum += r.total()
	}
	w.Flush()
	fmt.Println(strings.Repeat("-", 20), sum)
	w = tabwriter.NewWriter(os.Stdout, 5, 0, 1, '.', 0)
	fmt.Fprintln(w, "a\tb\tc")
	fmt.Fprintln(w, "aaaa\tbbbbbb\tc")
	w.Flush()
	fmt.Printf("|%-10s|%10s|%5d|%-5d|%05d|%+d|%x|%8.3f|%e|\n", "left", "right", 42, 42, 42, 42, "hex", 3.14159, 1234.5)
	fmt.Printf("|%t|%v|%p|%c|%U|%q|%#q|%08b|%3c|\n", true, nil, nil, 'G', 'G', 'G', "raw", 5, 'z')
	fmt.Printf("%6.2f%%\n%s\n%v %v\n", 99.5, []string{"a", "b"}, [3]bool{true}, struct {
		A int
		B string
	}{1, "x"})
}
