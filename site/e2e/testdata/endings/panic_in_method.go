package main

type Counter struct{ n int }

func (c *Counter) Add(d int) {
	if d < 0 {
		panic("negative")
	}
	c.n += d
}

func main() {
	var c Counter
	c.Add(-1)
}
