module awaitgo

go 1.26

require (
	github.com/traefik/yaegi v0.16.1
	github.com/yuin/goldmark v1.8.7
	golang.org/x/sync v0.24.0
)
