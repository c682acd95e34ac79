// Package simweb is the small web that interpreted programs reach by net/http. It
// lives in the process: nothing here opens a connection.
//
// Each site answers after a fixed time, which passes on the program's own clock and
// can be cut short by the request's context:
//
//	example.com        300 ms   a small HTML page
//	example.org        200 ms   another
//	example.net        100 ms   another
//	slow.example         5 s    a small HTML page
//	large.example      400 ms   1 MiB of text
//	json.example       150 ms   a JSON object
//	echo.example        50 ms   the request: its method, path, headers and body
//	redirect.example    50 ms   302 to http://example.com/
//	status.example      50 ms   /404 is answered with status 404, and so on for 200 to 599
//	cut.example        100 ms   a body that breaks off half-way
//	fail.example        50 ms   the connection is refused
//
// Both http and https, and any path, are answered. Every other name fails at once,
// as a name does that no server of the DNS knows. Addresses of the machine itself
// (localhost, 127.0.0.1) are left to net/http, so that httptest servers work.
package simweb
