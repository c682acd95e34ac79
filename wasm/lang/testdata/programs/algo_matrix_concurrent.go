package main

import (
	"errors"
	"fmt"
	"sync"
)

type Matrix [][]float64

var ErrShape = errors.New("shapes do not match")

func New(r, c int, f func(i, j int) float64) Matrix {
	m := make(Matrix, r)
	for i := range m {
		m[i] = make([]float64, c)
		for j := range m[i] {
			m[i][j] = f(i, j)
		}
	}
	return m
}

func (m Matrix) Mul(o Matrix) (Matrix, error) {
	if len(m[0]) != len(o) {
		return nil, fmt.Errorf("%dx%d * %dx%d: %w", len(m), len(m[0]), len(o), len(o[0]), ErrShape)
	}
	out := New(len(m), len(o[0]), func(int, int) float64 { return 0 })
	var wg sync.WaitGroup
	for i, row := range m {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range out[i] {
				for k, v := range row {
					out[i][j] += v * o[k][j]
				}
			}
		}()
	}
	wg.Wait()
	return out, nil
}

func (m Matrix) T() Matrix { return New(len(m[0]), len(m), func(i, j int) float64 { return m[j][i] }) }

func main() {
	a := New(2, 3, func(i, j int) float64 { return float64(i*3 + j) })
	fmt.Println(a, a.T())
	fmt.Println(a.Mul(a.T()))
	_, err := a.Mul(a)
	fmt.Println(err, errors.Is(err, ErrShape))
	id := New(3, 3, func(i, j int) float64 {
		if i == j {
			return 1
		}
		return 0
	})
	b, _ := a.Mul(id)
	fmt.Println(fmt.Sprint(a) == fmt.Sprint(b), &a[0] == &b[0])
	var fixed [2][2]int
	other := fixed
	other[1][0] = 5
	fmt.Println(fixed == other, fixed, other, len(fixed[0]))
}
