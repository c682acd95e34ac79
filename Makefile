# awaitgo: build, serve, test. `make` alone lists what there is.

# Without cgo, Go's runtime finds deadlocks, and what is built runs on any machine.
export CGO_ENABLED := 0

PORT  ?= 8080
CACHE := .cache
DIST  := dist

# The instant engine's builds. What only programs with net/http need is in the second.
ENGINES := $(CACHE)/instant.wasm $(CACHE)/instant-http.wasm $(CACHE)/checker.wasm
# The exact engine is a folder: the compiler, the linker, and packs of packages.
EXACT   := $(CACHE)/exact/packs.json
GO_WASM := GOOS=js GOARCH=wasm go build -overlay $(CACHE)/patch/overlay.json -tags patched -trimpath -ldflags='-s -w'

# What the checker is built with: the compiler's and go vet's own packages, and no
# inlining, which would make its download a sixth larger.
CHECKER_FLAGS := -overlay $(CACHE)/overlay/overlay.json -tags overlay
DOCS := wasm/export/docs/docs.txt

WASM_SOURCES := go.mod go.sum $(shell find wasm -path wasm/export/source/_goroot -prune -o -path wasm/lang/testdata -prune -o -name '*.go' -not -name '*_test.go' -print)
WEB_SOURCES  := $(shell find site/web -path site/web/bundle -prune -o -type f -not -name '*.test.ts' -print)
GO_SOURCES   := go.mod go.sum $(shell find cmd lessons site wasm -path site/node_modules -prune -o -path site/web/bundle -prune -o -path wasm/lang/testdata -prune -o -type f -print)

help: ## list the targets
	@echo 'usage: make TARGET'
	@sed -n 's/^\([a-z-]*\):.*## /  \1@/p' $(MAKEFILE_LIST) | column -t -s@

serve: build ## build everything and serve the course on http://localhost:8080 (PORT=n)
	@bin/awaitgo serve $(DIST) --port $(PORT)

build: $(DIST)/.awaitgo ## leave the site in dist/ and the command in bin/awaitgo

test: test-go test-web test-browser ## run every test: Go, Go under js/wasm, TypeScript, real browsers

test-go: bundle ## the Go tests, natively and under js/wasm
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./wasm/...
	go test ./...
	go test $(CHECKER_FLAGS) -vet=off ./wasm/checker/...
	GOOS=js GOARCH=wasm go test -exec="$$(go env GOROOT)/lib/wasm/go_js_wasm_exec" ./wasm/interp ./wasm/rt ./wasm/simweb

test-web: bundle ## type-check the browser side and run its unit tests
	cd site && npx tsc --noEmit
	cd site && node --import tsx --test web/*/*.test.ts web/*/*/*.test.ts

test-browser: build chromium firefox ## the tests in real browsers
	cd site && node --import tsx --test --test-concurrency=1 e2e/*.test.ts

try: build chromium ## run programs in the built site: FILES="a.go b.go" [ENGINE= CLOCK= SEED= TIMEOUT= LOG=folder]
	@cd site && node --import tsx e2e/try.ts

fidelity: build chromium ## compare an engine with Go on our programs, or on those in DIR= [ENGINE= ONLY= PAGES= TIMEOUT=]
	@cd site && node --import tsx e2e/fidelity.ts

npm: build ## leave the npm package in dist/npm
	cd site && node web/npm/pack.mjs ../$(DIST)/npm
	cd $(DIST)/npm && npm pack --dry-run

bench: build chromium ## measure sizes and times; asserts nothing
	@cd site && node --import tsx e2e/bench.ts

generate: ## make the generated Go sources anew from the installed Go
	go generate ./wasm/...

clean: ## remove everything that was built
	rm -rf bin $(DIST) $(CACHE) site/node_modules
	find site/web/bundle wasm/export/archive wasm/export/docs wasm/export/source/_goroot -mindepth 1 -not -name .gitignore -delete

# What follows is steps, not for people.

bundle: $(CACHE)/bundle
node-modules: site/node_modules/.package-lock.json

# The changes to the standard library that engines are built with.
$(CACHE)/patch/overlay.json: go.mod $(shell find wasm/internal/patch -type f)
	go run ./wasm/internal/patch -o $(CACHE)/patch

$(CACHE)/instant.wasm: $(WASM_SOURCES) $(CACHE)/patch/overlay.json
	@mkdir -p $(CACHE)
	$(GO_WASM) -o $@ ./wasm/instant

$(CACHE)/instant-http.wasm: $(WASM_SOURCES) $(CACHE)/patch/overlay.json
	@mkdir -p $(CACHE)
	$(GO_WASM) -tags patched,http -o $@ ./wasm/instant

# What is Go's own text comes from the installed Go, and is not in the repository.
GOS_TEXT := wasm/export/archive/packages.txt wasm/export/source/_goroot/slices/slices.go

wasm/export/archive/packages.txt $(DOCS) &: go.mod $(wildcard wasm/export/*.go wasm/export/generate/*.go) wasm/stdlib/supported.go
	go generate ./wasm/export

wasm/export/source/_goroot/slices/slices.go: go.mod wasm/export/source/copy.go
	go generate ./wasm/export/source
	@touch $@

$(CACHE)/overlay/overlay.json: go.mod $(shell find wasm/internal/overlay -type f)
	@mkdir -p $(CACHE)
	go run ./wasm/internal/overlay -o $(@D)

$(CACHE)/checker.wasm: $(WASM_SOURCES) $(GOS_TEXT) $(CACHE)/overlay/overlay.json
	GOOS=js GOARCH=wasm go build $(CHECKER_FLAGS) -gcflags=all=-l -trimpath -ldflags='-s -w' -o $@ ./wasm/checker

$(EXACT): $(shell find wasm/exact -type f -not -name "*_test.go") $(wildcard wasm/simweb/*.go wasm/simweb/install/*.go) $(CACHE)/patch/overlay.json
	go run ./wasm/exact -overlay $(CACHE)/patch/overlay.json -o $(dir $@)

site/node_modules/.package-lock.json: site/package-lock.json
	@command -v npm >/dev/null || { echo 'make: npm is missing: install Node.js 20 or later'; exit 1; }
	cd site && npm ci --no-fund --no-audit
	@touch $@

# The browser side and the engines, as the command embeds them.
$(CACHE)/bundle: $(ENGINES) $(EXACT) $(DOCS) $(WEB_SOURCES) site/node_modules/.package-lock.json
	node site/web/bundle.mjs
	node site/web/engine/pack.mjs $(ENGINES) $(DOCS) $(dir $(EXACT))
	@touch $@

bin/awaitgo: $(CACHE)/bundle $(GOS_TEXT) $(GO_SOURCES)
	go build -trimpath -o $@ ./cmd/awaitgo

$(DIST)/.awaitgo: bin/awaitgo
	bin/awaitgo build lessons -o $(DIST)

chromium firefox:
	@sh site/e2e/install-browser.sh $@

.PHONY: help serve build test test-go test-web test-browser try fidelity npm bench generate clean bundle node-modules chromium firefox
