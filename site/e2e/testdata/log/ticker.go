package main

import (
	"fmt"
	"time"
)

func main() {
	tick := time.NewTicker(10 * time.Millisecond)
	for i := range 2 {
		<-tick.C
		fmt.Println(i)
	}
	tick.Stop()
	stop := time.NewTimer(5 * time.Millisecond)
	<-stop.C
}

/*
g1 main
g1 receive tick.C :11 > timer 09:00:00.010
g1 receive tick.C :11 > timer 09:00:00.020
g1 receive stop.C :16 > timer 09:00:00.025
*/
