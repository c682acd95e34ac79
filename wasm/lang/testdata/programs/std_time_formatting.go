package main

import (
	"fmt"
	"time"
)

type Month = time.Month

func main() {
	t := time.Date(2023, time.February, 28, 23, 59, 58, 123456789, time.UTC)
	fmt.Println(t)
	for _, l := range []string{time.RFC3339, time.RFC1123, time.Kitchen, time.DateOnly, "2006-01-02 15:04:05.000", "Mon Jan _2", "02/01/06 03PM", time.RFC3339Nano, time.ANSIC, "Monday, January 2 2006 -0700 MST", ".000000"} {
		fmt.Println(t.Format(l))
	}
	next := t.AddDate(0, 0, 1)
	fmt.Println(next.Format(time.DateOnly), next.Weekday(), t.YearDay(), next.Month(), int(next.Month()))
	fmt.Println(t.Add(36*time.Hour).Sub(t), t.Before(next), next.After(t), t.Equal(t.In(time.FixedZone("X", 3600))))
	fmt.Println(t.In(time.FixedZone("CET", 3600)))
	fmt.Println(t.Truncate(time.Hour).Format(time.TimeOnly), t.Round(time.Minute).Format(time.TimeOnly))
	p, err := time.Parse("2006-01-02", "2024-02-30")
	fmt.Println(p, err)
	p, err = time.Parse(time.RFC3339, "2024-02-29T12:00:00+02:00")
	fmt.Println(p.UTC(), err, p.Unix(), p.UnixMilli())
	fmt.Println(time.Unix(0, 0).UTC(), time.Time{}.IsZero(), time.Time{})
	for _, s := range []string{"1h15m30.918s", "-1.5h", "100ms", "1d", "", "3us"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	d := 90*time.Minute + 30*time.Second + 5*time.Millisecond
	fmt.Println(d, d.Hours(), d.Minutes(), d.Round(time.Minute), d.Truncate(time.Hour), d.Milliseconds(), time.Duration(1500), time.Duration(0))
	fmt.Printf("%v %d %T %s %.2f\n", d, d, d, d, d.Seconds())
	y, w := t.ISOWeek()
	fmt.Println(y, w, t.Month() == time.February, Month(5))
	var days [7]int
	for i := range 10 {
		days[t.AddDate(0, 0, i).Weekday()]++
	}
	fmt.Println(days, time.Saturday-1, time.Weekday(9))
	h, m, s := t.Clock()
	fmt.Println(h, m, s, t.Nanosecond(), m)
}
