package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type SafeMap[K comparable, V any] struct {
	mu sync.RWMutex
	m  map[K]V
}

func (s *SafeMap[K, V]) Update(k K, f func(V, bool) V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.m == nil {
		s.m = map[K]V{}
	}
	old, ok := s.m[k]
	s.m[k] = f(old, ok)
}

func (s *SafeMap[K, V]) Get(k K) (v V, ok bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	v, ok = s.m[k]
	return
}

type config struct{ version int }

func main() {
	var sm SafeMap[string, []int]
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			sm.Update([]string{"even", "odd"}[i%2], func(l []int, ok bool) []int { return append(l, i) })
		})
	}
	wg.Wait()
	e, _ := sm.Get("even")
	_, ok := sm.Get("none")
	fmt.Println(len(e), ok)

	var once sync.Once
	val := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	pair := sync.OnceValues(func() (string, error) { return "v", fmt.Errorf("e") })
	for range 2 {
		once.Do(func() { fmt.Println("once only") })
		fmt.Println(val())
		fmt.Println(pair())
	}
	var m sync.Map
	m.Store("a", 1)
	v, loaded := m.LoadOrStore("a", 2)
	fmt.Println(v, loaded)
	m.Store(config{1}, "struct key")
	v, ok = m.Load(config{1})
	fmt.Println(v, ok)
	m.Delete("a")
	n := 0
	m.Range(func(k, v any) bool { n++; return true })
	_, ok = m.LoadAndDelete("zz")
	fmt.Println(n, ok, m.CompareAndSwap(config{1}, "struct key", "new"))

	var ops atomic.Int64
	var flag atomic.Bool
	var ptr atomic.Pointer[config]
	var av atomic.Value
	ptr.Store(&config{1})
	av.Store(config{7})
	for range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ops.Add(2)
			for {
				old := ptr.Load()
				if ptr.CompareAndSwap(old, &config{old.version + 1}) {
					break
				}
			}
			flag.CompareAndSwap(false, true)
		}()
	}
	wg.Wait()
	fmt.Println(ops.Load(), ptr.Load().version, flag.Load(), av.Load().(config).version, ops.Swap(0), ops.Load())
	pool := sync.Pool{New: func() any { return new(config) }}
	c := pool.Get().(*config)
	c.version = 5
	pool.Put(c)
	fmt.Println(pool.Get().(*config) != nil)
	var mu sync.Mutex
	mu.Lock()
	fmt.Println(mu.TryLock())
	time.AfterFunc(10*time.Millisecond, mu.Unlock)
	mu.Lock()
	fmt.Println("locked again")
	var cnt int32
	atomic.AddInt32(&cnt, 5)
	fmt.Println(atomic.LoadInt32(&cnt), atomic.CompareAndSwapInt32(&cnt, 5, 6), cnt)
}
