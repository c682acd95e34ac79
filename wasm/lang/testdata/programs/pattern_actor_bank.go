package main

import (
	"errors"
	"fmt"
	"sync"
)

type request struct {
	kind   string
	name   string
	amount int
	reply  chan<- response
}

type response struct {
	balance int
	err     error
}

var errFunds = errors.New("insufficient funds")

type InsufficientFunds struct {
	Need, Have int
}

func (e InsufficientFunds) Error() string        { return fmt.Sprintf("need %d, have %d", e.Need, e.Have) }
func (e InsufficientFunds) Is(target error) bool { return target == errFunds }

func bank() chan<- request {
	in := make(chan request)
	go func() {
		accounts := map[string]int{}
		for r := range in {
			switch bal := accounts[r.name]; r.kind {
			case "deposit":
				accounts[r.name] += r.amount
			case "withdraw":
				if bal < r.amount {
					r.reply <- response{bal, InsufficientFunds{r.amount, bal}}
					continue
				}
				accounts[r.name] -= r.amount
			case "balance":
			default:
				r.reply <- response{err: fmt.Errorf("unknown request %q", r.kind)}
				continue
			}
			r.reply <- response{balance: accounts[r.name]}
		}
	}()
	return in
}

func main() {
	b := bank()
	ask := func(kind, name string, amount int) (int, error) {
		reply := make(chan response)
		b <- request{kind, name, amount, reply}
		r := <-reply
		return r.balance, r.err
	}
	var wg sync.WaitGroup
	for i := 1; i <= 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ask("deposit", "ada", i)
		}()
	}
	wg.Wait()
	fmt.Println(ask("balance", "ada", 0))
	_, err := ask("withdraw", "ada", 100)
	var e InsufficientFunds
	fmt.Println(err, errors.Is(err, errFunds), errors.As(err, &e), e.Need-e.Have)
	fmt.Println(ask("withdraw", "ada", 15))
	fmt.Println(ask("steal", "bob", 1))
}
