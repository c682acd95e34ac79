package main

import (
	"fmt"
	"strings"
)

type customer struct {
	id, arrive, need int
}

type server struct {
	busyUntil int
	served    []*customer
}

func simulate(n int, cs []*customer) (wait int, log []string) {
	servers := make([]server, n)
	for _, c := range cs {
		best := 0
		for i := range servers {
			if servers[i].busyUntil < servers[best].busyUntil {
				best = i
			}
		}
		s := &servers[best]
		start := max(c.arrive, s.busyUntil)
		wait += start - c.arrive
		s.busyUntil = start + c.need
		s.served = append(s.served, c)
		log = append(log, fmt.Sprintf("%d@%d[%d]", c.id, start, best))
	}
	for i, s := range servers {
		ids := []string{}
		for _, c := range s.served {
			ids = append(ids, fmt.Sprint(c.id))
		}
		log = append(log, fmt.Sprint(i, ":", strings.Join(ids, "+")))
	}
	return
}

func main() {
	var cs []*customer
	seed := 3
	for i := range 7 {
		seed = seed*31%17 + 1
		cs = append(cs, &customer{i, i * 2, seed})
	}
	for n := 1; n <= 3; n++ {
		w, log := simulate(n, cs)
		fmt.Println(n, w, log)
	}
}
