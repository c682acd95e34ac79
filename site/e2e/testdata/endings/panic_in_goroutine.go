package main

func worker() { panic("in a worker") }

func main() {
	go worker()
	select {}
}
