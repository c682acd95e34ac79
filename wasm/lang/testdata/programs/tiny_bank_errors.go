package main

import (
	"errors"
	"fmt"
)

type Account struct {
	Owner   string
	balance float64
}

type NegativeError float64

func (n NegativeError) Error() string { return fmt.Sprintf("cannot use %.2f", float64(n)) }

var ErrFunds = errors.New("not enough")

func (a *Account) Deposit(x float64) error {
	if x < 0 {
		return NegativeError(x)
	}
	a.balance += x
	return nil
}

func (a *Account) Withdraw(x float64) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("withdraw %s: %w", a.Owner, err)
		}
	}()
	switch {
	case x < 0:
		return NegativeError(x)
	case x > a.balance:
		return ErrFunds
	}
	a.balance -= x
	return
}

func (a Account) String() string { return fmt.Sprintf("%s: %.2f", a.Owner, a.balance) }

func main() {
	a := &Account{Owner: "Ann"}
	accounts := map[string]*Account{"ann": a}
	fmt.Println(a.Deposit(10), a.Deposit(-1), accounts["ann"].Withdraw(50), a)
	var n NegativeError
	err := a.Withdraw(-3)
	fmt.Println(errors.As(err, &n), float64(n), errors.Is(err, ErrFunds), errors.Is(a.Withdraw(99), ErrFunds), errors.Is(err, NegativeError(-3)))
	if err := a.Withdraw(4); err == nil {
		fmt.Println(*a, len(accounts))
	}
	b := *a
	b.Deposit(100)
	fmt.Println(a.balance, b.balance, a, b)
}
