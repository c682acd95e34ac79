package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"testing/fstest"
	"time"
)

func main() {
	folder, err := os.MkdirTemp("", "lib")
	fmt.Println(err)
	name := filepath.Join(folder, "a", "b.txt")
	fmt.Println(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte("text\n"), 0o644))
	file, err := os.OpenFile(name, os.O_APPEND|os.O_RDWR, 0)
	fmt.Fprintln(file, "more")
	file.Seek(0, io.SeekStart)
	text, _ := io.ReadAll(file)
	fmt.Printf("%q %v\n", text, file.Close())
	fs.WalkDir(os.DirFS(folder), ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Println(path, d.IsDir())
		return err
	})
	_, err = os.Open(filepath.Join(folder, "none"))
	fmt.Println(errors.Is(err, fs.ErrNotExist), os.RemoveAll(folder))
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	fmt.Println(err)
	fmt.Println(null.WriteString("gone"))
	fmt.Println(null.Read(make([]byte, 4)))
	fmt.Println(null.Close())
	fmt.Println(fstest.TestFS(fstest.MapFS{"x": {Data: []byte("1")}}, "x"))

	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Method", r.Method)
		fmt.Fprintf(w, "%s asked for %s", r.Host[:9], r.URL.Query()["q"])
	}))
	defer server.Close()
	response, err := http.Get(server.URL + "/?q=" + url.QueryEscape("a b&c"))
	fmt.Println(err, response.Status, response.Header.Get("X-Method"))
	body, _ := io.ReadAll(response.Body)
	fmt.Println(string(body))

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	fmt.Println(err)
	go func() {
		connection, _ := listener.Accept()
		line, _ := bufio.NewReader(connection).ReadString('\n')
		fmt.Fprintf(connection, "echo %s", line)
		connection.Close()
	}()
	connection, err := net.Dial("tcp", listener.Addr().String())
	fmt.Println(err)
	fmt.Fprintln(connection, "hello")
	answer, err := io.ReadAll(connection)
	fmt.Printf("%q %v\n", answer, err)

	berlin, err := time.LoadLocation("Europe/Berlin")
	fmt.Println(time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC).In(berlin), err)
	_, _, line, ok := runtime.Caller(0)
	fmt.Println(line, ok, runtime.NumGoroutine() > 0)
}
