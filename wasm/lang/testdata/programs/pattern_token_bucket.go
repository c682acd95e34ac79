package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type Bucket struct {
	mu       sync.Mutex
	tokens   float64
	capacity float64
	perSec   float64
	last     time.Time
	now      func() time.Time
}

var ErrLimited = errors.New("rate limited")

func NewBucket(capacity, perSec float64, now func() time.Time) *Bucket {
	return &Bucket{tokens: capacity, capacity: capacity, perSec: perSec, last: now(), now: now}
}

func (b *Bucket) Take(n float64) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	t := b.now()
	b.tokens = min(b.capacity, b.tokens+t.Sub(b.last).Seconds()*b.perSec)
	b.last = t
	if b.tokens < n {
		return fmt.Errorf("%w: want %.1f, have %.1f", ErrLimited, n, b.tokens)
	}
	b.tokens -= n
	return nil
}

func main() {
	clock := time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC)
	b := NewBucket(3, 2, func() time.Time { return clock })
	for i := range 8 {
		err := b.Take(1)
		fmt.Println(i, clock.Format("05.000"), err, errors.Is(err, ErrLimited))
		clock = clock.Add(200 * time.Millisecond)
	}
	clock = clock.Add(time.Hour)
	fmt.Println(b.Take(4))
	fmt.Println(b.Take(3), b.tokens)
}
