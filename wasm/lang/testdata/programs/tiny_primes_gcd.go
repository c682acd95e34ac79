package main

import (
	"fmt"
)

func primes(n int) []int {
	sieve := make([]bool, n+1)
	var out []int
	for i := 2; i <= n; i++ {
		if sieve[i] {
			continue
		}
		out = append(out, i)
		for j := i * i; j <= n; j += i {
			sieve[j] = true
		}
	}
	return out
}

func gcd(a, b int) int {
	if b == 0 {
		return a
	}
	return gcd(b, a%b)
}

func factor(n int) map[int]int {
	f := map[int]int{}
	for d := 2; n > 1; d++ {
		for ; n%d == 0; n /= d {
			f[d]++
		}
	}
	return f
}

func pow(b, e, m uint64) uint64 {
	r := uint64(1)
	for ; e > 0; e >>= 1 {
		if e&1 == 1 {
			r = r * b % m
		}
		b = b * b % m
	}
	return r
}

func main() {
	fmt.Println(primes(50), gcd(84, 36), factor(360), pow(3, 200, 1000007))
	perfect := func(n int) bool {
		s := 0
		for i := 1; i < n; i++ {
			if n%i == 0 {
				s += i
			}
		}
		return s == n
	}
	for n := 2; n < 500; n++ {
		if perfect(n) {
			fmt.Print(n, " ")
		}
	}
	fmt.Println()
}
