package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
	"text/tabwriter"
)

var ErrInsufficient = errors.New("insufficient funds")

type AccountError struct {
	ID  string
	Err error
}

func (e *AccountError) Error() string { return fmt.Sprintf("account %s: %v", e.ID, e.Err) }
func (e *AccountError) Unwrap() error { return e.Err }

type Money int64

func (m Money) String() string { return fmt.Sprintf("$%d.%02d", int64(m)/100, int64(m)%100) }

type Account struct {
	mu      sync.Mutex
	ID      string
	Balance Money
	History []Tx
}
type Tx struct {
	Kind   TxKind
	Amount Money
}
type TxKind int

const (
	Deposit TxKind = iota
	Withdraw
)

var kinds = map[TxKind]string{Deposit: "deposit", Withdraw: "withdraw"}

func (k TxKind) String() string { return kinds[k] }

type Ledger interface {
	Apply(Tx) error
	fmt.Stringer
}

func (a *Account) Apply(tx Tx) (err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	defer func() {
		if err == nil {
			a.History = append(a.History, tx)
		}
	}()
	switch tx.Kind {
	case Deposit:
		a.Balance += tx.Amount
	case Withdraw:
		if tx.Amount > a.Balance {
			return &AccountError{a.ID, ErrInsufficient}
		}
		a.Balance -= tx.Amount
	default:
		panic(fmt.Sprintf("unknown kind %d", tx.Kind))
	}
	return nil
}

func (a *Account) String() string { return a.ID + "=" + a.Balance.String() }

func main() {
	accts := map[string]*Account{"bob": {ID: "bob"}, "al": {ID: "al", Balance: 5000}}
	var wg sync.WaitGroup
	for _, a := range accts {
		for i := range 10 {
			wg.Add(1)
			go func(l Ledger) {
				defer wg.Done()
				l.Apply(Tx{Deposit, Money(i * 10)})
			}(a)
		}
	}
	wg.Wait()
	ids := make([]string, 0, len(accts))
	for id := range accts {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	tw := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	for _, id := range ids {
		fmt.Fprintf(tw, "%s\t%v\t%d\n", id, accts[id].Balance, len(accts[id].History))
	}
	tw.Flush()
	err := accts["bob"].Apply(Tx{Withdraw, 1e6})
	var ae *AccountError
	fmt.Println(err, errors.Is(err, ErrInsufficient), errors.As(err, &ae) && ae.ID == "bob")
	fmt.Printf("%v %s %+v %d\n", Tx{Withdraw, 5}, Tx{}, Tx{1, 250}, Tx{1, 2})
	fmt.Println(strings.Repeat("=", 10), accts)
	defer func() { fmt.Println("recovered:", recover()) }()
	accts["al"].Apply(Tx{Kind: 7})
}
