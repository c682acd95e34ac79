package main

import (
	"errors"
	"fmt"
	"sync"
)

type Currency string

type Amount struct {
	Cents int64
	Cur   Currency
}

func (a Amount) String() string { return fmt.Sprintf("%d.%02d %s", a.Cents/100, a.Cents%100, a.Cur) }
func (a Amount) Add(b Amount) (Amount, error) {
	if a.Cur != b.Cur {
		return a, fmt.Errorf("%w: %s and %s", ErrCurrency, a.Cur, b.Cur)
	}
	a.Cents += b.Cents
	return a, nil
}

var ErrCurrency = errors.New("currencies differ")

type InsufficientError struct{ Need, Have Amount }

func (e InsufficientError) Error() string { return fmt.Sprintf("need %v, have %v", e.Need, e.Have) }

type Account struct {
	sync.Mutex
	id      int
	balance Amount
	history []func() string
}

func (a *Account) Deposit(x Amount) (err error) {
	a.Lock()
	defer a.Unlock()
	defer func() {
		ok := err == nil
		a.history = append(a.history, func() string { return fmt.Sprintf("deposit %v %t", x, ok) })
	}()
	a.balance, err = a.balance.Add(x)
	return err
}

func (a *Account) Withdraw(x Amount) error {
	a.Lock()
	defer a.Unlock()
	if a.balance.Cents < x.Cents {
		return InsufficientError{x, a.balance}
	}
	a.balance.Cents -= x.Cents
	return nil
}

func Transfer(from, to *Account, x Amount) error {
	if err := from.Withdraw(x); err != nil {
		return fmt.Errorf("transfer %d->%d: %w", from.id, to.id, err)
	}
	if err := to.Deposit(x); err != nil {
		return errors.Join(err, from.Deposit(x))
	}
	return nil
}

func main() {
	eur := func(c int64) Amount { return Amount{c, "EUR"} }
	a, b := &Account{id: 1, balance: eur(10000)}, &Account{id: 2, balance: eur(0)}
	usd := &Account{id: 3, balance: Amount{0, "USD"}}
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Add(2)
		go func() { defer wg.Done(); _ = Transfer(a, b, eur(int64(i))) }()
		go func() { defer wg.Done(); _ = Transfer(b, a, eur(int64(i)/2)) }()
	}
	wg.Wait()
	total, err := a.balance.Add(b.balance)
	fmt.Println(total, err)
	err = Transfer(a, b, eur(1000000))
	var ie InsufficientError
	fmt.Println(errors.As(err, &ie), ie.Need, err != nil)
	err = Transfer(b, usd, eur(0))
	fmt.Println(err, errors.Is(err, ErrCurrency), usd.balance, len(usd.history), usd.history[0]())
	accounts := map[int]*Account{a.id: a, b.id: b, usd.id: usd}
	fmt.Println(accounts[3].balance, accounts[9] == nil, a.balance == eur(a.balance.Cents))
}
