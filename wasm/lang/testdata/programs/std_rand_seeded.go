package main

import (
	"fmt"
	"math/rand"
	randv2 "math/rand/v2"
)

type Die struct {
	sides int
	rng   *rand.Rand
}

func (d Die) Roll() int { return d.rng.Intn(d.sides) + 1 }

func main() {
	r := rand.New(rand.NewSource(42))
	fmt.Println(r.Intn(100), r.Intn(100), r.Float64(), r.Perm(5), r.Int63(), r.Int31n(10))
	d := Die{6, rand.New(rand.NewSource(1))}
	counts := map[int]int{}
	for range 600 {
		counts[d.Roll()]++
	}
	total := 0
	for f := 1; f <= 6; f++ {
		fmt.Print(f, ":", counts[f], " ")
		total += counts[f]
	}
	fmt.Println(total)
	deck := []string{"A", "K", "Q", "J"}
	r.Shuffle(len(deck), func(i, j int) { deck[i], deck[j] = deck[j], deck[i] })
	fmt.Println(deck)
	p := randv2.New(randv2.NewPCG(1, 2))
	fmt.Println(p.IntN(1000), p.Uint64(), p.Float32(), p.Perm(4), p.NormFloat64() < 10)
	c := randv2.New(randv2.NewChaCha8([32]byte{1, 2, 3}))
	fmt.Println(c.IntN(1000), c.Int64N(5))
	x := rand.Intn(10)
	fmt.Println(x >= 0 && x < 10, rand.Float64() < 1, randv2.N(5) < 5)
}
