package main

import (
	"fmt"
	"net/http"
)

func fetch(url string, status chan<- int) {
	resp, err := http.Get(url)
	if err != nil {
		fmt.Println(err)
		status <- 0
		return
	}
	resp.Body.Close()
	status <- resp.StatusCode
}

func main() {
	status := make(chan int)
	go fetch("https://example.com/", status)
	fmt.Println(<-status)
}

/*
g1 main
g1 receive status :22 > g2 200
g2 fetch by g1 :21
g2 network http.Get :9 > network
*/
