package main

import (
	"fmt"
)

type Celsius float64
type Fahrenheit float64
type Kelvin float64

type Temperature interface {
	~float64
	C() Celsius
}

func (c Celsius) C() Celsius     { return c }
func (f Fahrenheit) C() Celsius  { return Celsius((f - 32) * 5 / 9) }
func (k Kelvin) C() Celsius      { return Celsius(k - 273.15) }
func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }
func (k Kelvin) String() string  { return fmt.Sprintf("%gK", float64(k)) }

func warmest[T Temperature](ts ...T) (best T) {
	for i, t := range ts {
		if i == 0 || t.C() > best.C() {
			best = t
		}
	}
	return
}

func main() {
	fmt.Println(Fahrenheit(212).C(), Kelvin(300).C(), Kelvin(300), Fahrenheit(50))
	fmt.Println(warmest(Celsius(1), 30, -5), warmest(Kelvin(280), 310), warmest[Fahrenheit]())
	m := map[string]Celsius{"ice": 0, "steam": 100}
	m["ice"] -= 5
	fmt.Println(m, []Kelvin{1, 2.5}, [...]Celsius{3})
	fmt.Printf("%v %s %.2f %T %6.1f|\n", m["ice"], m["steam"], m["steam"], m["ice"], Fahrenheit(1))
	var any1 any = Celsius(5)
	if t, ok := any1.(interface{ C() Celsius }); ok {
		fmt.Println(t.C() == 5, t)
	}
}
