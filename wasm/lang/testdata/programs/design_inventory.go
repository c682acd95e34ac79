package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
)

type SKU string

type Money int64

func (m Money) String() string {
	sign := ""
	if m < 0 {
		sign, m = "-", -m
	}
	return fmt.Sprintf("%s$%d.%02d", sign, m/100, m%100)
}

type Product struct {
	SKU   SKU
	Name  string
	Price Money
	Tags  map[string]bool
}

type stock struct {
	Product
	qty int
}

type Inventory struct {
	sync.RWMutex
	items map[SKU]*stock
	log   []string
}

type StockError struct {
	SKU        SKU
	Have, Want int
}

func (e *StockError) Error() string {
	return fmt.Sprintf("%s: have %d, want %d", e.SKU, e.Have, e.Want)
}

var ErrUnknown = errors.New("unknown product")

func (inv *Inventory) Add(p Product, qty int) {
	inv.Lock()
	defer inv.Unlock()
	if inv.items == nil {
		inv.items = map[SKU]*stock{}
	}
	if s, ok := inv.items[p.SKU]; ok {
		s.qty += qty
	} else {
		inv.items[p.SKU] = &stock{p, qty}
	}
	inv.log = append(inv.log, fmt.Sprintf("+%d %s", qty, p.SKU))
}

func (inv *Inventory) Remove(sku SKU, qty int) (Money, error) {
	inv.Lock()
	defer inv.Unlock()
	s, ok := inv.items[sku]
	switch {
	case !ok:
		return 0, fmt.Errorf("remove %q: %w", sku, ErrUnknown)
	case s.qty < qty:
		return 0, &StockError{sku, s.qty, qty}
	}
	s.qty -= qty
	return s.Price * Money(qty), nil
}

func (inv *Inventory) Total() (sum Money) {
	inv.RLock()
	defer inv.RUnlock()
	for _, s := range inv.items {
		sum += s.Price * Money(s.qty)
	}
	return
}

func main() {
	inv := new(Inventory)
	inv.Add(Product{"A1", "Apple", 50, map[string]bool{"fruit": true}}, 10)
	inv.Add(Product{"B2", "Bread", 299, nil}, 2)
	inv.Add(Product{SKU: "A1"}, 5)
	fmt.Println(inv.Total(), inv.items["A1"].qty, inv.items["A1"].Name, inv.items["B2"].Tags["x"])
	fmt.Println(inv.Remove("A1", 3))
	_, err := inv.Remove("B2", 3)
	var se *StockError
	if errors.As(err, &se) {
		fmt.Println("short by", se.Want-se.Have, err)
	}
	_, err = inv.Remove("Z9", 1)
	fmt.Println(err, errors.Is(err, ErrUnknown))
	keys := make([]string, 0)
	for k := range inv.items {
		keys = append(keys, string(k))
	}
	sort.Strings(keys)
	fmt.Println(strings.Join(keys, ","), inv.log)
	fmt.Printf("%v %d %s %+v\n", Money(-1234), Money(5), Money(100), inv.items["B2"].Product)
	fmt.Printf("%+v\n", *inv.items["B2"])
	if inv.Total() != 1198 {
		fmt.Fprintln(os.Stderr, "unexpected", inv.Total())
		os.Exit(1)
	}
}
