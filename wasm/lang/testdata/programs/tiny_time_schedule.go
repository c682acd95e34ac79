package main

import (
	"fmt"
	"sort"
	"time"
)

type task struct {
	name  string
	every time.Duration
	next  time.Time
}

type window struct{ from, to time.Time }

func (w window) overlaps(o window) bool { return w.from.Before(o.to) && o.from.Before(w.to) }
func (w window) String() string {
	return fmt.Sprintf("%s-%s", w.from.Format("15:04"), w.to.Format(time.Kitchen))
}

func main() {
	now := time.Date(2024, time.December, 31, 23, 50, 0, 0, time.UTC)
	tasks := []*task{{"a", 7 * time.Minute, now}, {"b", 10 * time.Minute, now.Add(time.Minute)}}
	for end := now.Add(25 * time.Minute); ; {
		sort.Slice(tasks, func(i, j int) bool { return tasks[i].next.Before(tasks[j].next) })
		t := tasks[0]
		if t.next.After(end) {
			break
		}
		fmt.Println(t.next.Format("Jan 2 15:04"), t.name)
		t.next = t.next.Add(t.every)
	}
	w := window{now, now.Add(time.Hour)}
	x := window{now.Add(59 * time.Minute), now.Add(2 * time.Hour)}
	y := window{x.to, x.to.Add(1)}
	fmt.Println(w, x, w.overlaps(x), x.overlaps(y), []window{w})
	fmt.Println(now.AddDate(0, 2, 0).Format(time.DateOnly), now.Add(10*time.Minute).Year(), now.YearDay(), now.Weekday() == time.Tuesday)
	birth := time.Date(2000, 2, 29, 0, 0, 0, 0, time.UTC)
	fmt.Println(int(now.Sub(birth).Hours()/24), birth.AddDate(1, 0, 0).Format("Mon 02 Jan"))
	var names [7]string
	for d := time.Sunday; d <= time.Saturday; d++ {
		names[d] = d.String()[:2]
	}
	fmt.Println(names, time.March+1, time.Duration(90)*time.Second)
	switch m := now.Month(); {
	case m < time.June:
		fmt.Println("first half")
	default:
		fmt.Println("second half", int(m))
	}
}
