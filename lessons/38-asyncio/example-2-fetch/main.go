// Three pages are fetched at the same time. The answers are kept in the order
// in which they were asked for, whichever comes first.
package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"time"
)

// answer is what came of one request.
type answer struct {
	address string
	status  string
	size    int
	err     error
}

// fetch asks for one page, reads it to the end and says how long that took.
func fetch(client *http.Client, address string) answer {
	began := time.Now()
	response, err := client.Get(address)
	if err != nil {
		return answer{address: address, err: err}
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	fmt.Println(address, "took", since(began))
	return answer{address, response.Status, len(body), err}
}

// fetchAll fetches every page in a goroutine of its own. Answer i belongs to
// address i.
func fetchAll(client *http.Client, addresses []string) []answer {
	answers := make([]answer, len(addresses))
	var pages sync.WaitGroup
	fetchInto := func(slot *answer, address string) {
		defer pages.Done()
		*slot = fetch(client, address)
	}
	for i, address := range addresses {
		fmt.Println("asking for", address)
		pages.Add(1)
		go fetchInto(&answers[i], address)
	}
	pages.Wait()
	return answers
}

func main() {
	web := httptest.NewServer(http.HandlerFunc(serve))
	defer web.Close()
	client := clientOf(web)

	began := time.Now()
	answers := fetchAll(client, []string{
		"http://example.com",
		"http://example.org",
		"http://example.net",
	})
	fmt.Println()
	for _, a := range answers {
		if a.err != nil {
			fmt.Println(a.address, "failed:", a.err)
			continue
		}
		fmt.Printf("%s: %s, %d bytes\n", a.address, a.status, a.size)
	}
	fmt.Println("all of it took", since(began))
}

// since is the time that has passed, to the second: anything finer would
// differ from run to run.
func since(began time.Time) time.Duration {
	return time.Since(began).Round(time.Second)
}

// serve stands in for the web, so that the program needs none: it is every
// host at once, and each has its own delay.
func serve(w http.ResponseWriter, r *http.Request) {
	delays := map[string]time.Duration{
		"example.com": 3 * time.Second,
		"example.org": 2 * time.Second,
		"example.net": 1 * time.Second,
	}
	delay, known := delays[r.Host]
	if !known {
		http.Error(w, "no such host", http.StatusBadGateway)
		return
	}
	time.Sleep(delay)
	fmt.Fprintf(w, "<h1>%s</h1>\n", r.Host)
}

// clientOf returns a client that sends every request to web as its proxy:
// the addresses stay real, and no request leaves the program.
func clientOf(web *httptest.Server) *http.Client {
	proxy, err := url.Parse(web.URL)
	if err != nil {
		panic(err) // httptest made the address: this can't happen
	}
	return &http.Client{Transport: &http.Transport{Proxy: http.ProxyURL(proxy)}}
}
