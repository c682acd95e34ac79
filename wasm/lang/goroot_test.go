package lang_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"awaitgo/wasm/lang"
)

// unfit matches test programs that are about the toolchain or its runtime.
var unfit = regexp.MustCompile(`"(unsafe|os/exec|runtime/debug|runtime/pprof|internal/.*|syscall|go/.*|plugin|reflect|io/ioutil|path/filepath|bufio|testing|runtime|os/signal|embed|C|flag|text/template|strings/template|hash/.*|crypto/.*|encoding/.*|compress/.*|net/.*|math/big|log/slog|unique|weak|simd.*)"|os\.(Open|Create|Args|Getenv|WriteFile|ReadFile)|//go:(linkname|build)|(?m)^// \+build`)

// TestGoDistribution runs the single-file programs of the Go distribution's own test
// folder. AWAITGO_GOROOT_TEST=1 turns it on; set to a part of a path, only those run.
func TestGoDistribution(t *testing.T) {
	filter := os.Getenv("AWAITGO_GOROOT_TEST")
	if filter == "" {
		t.Skip("AWAITGO_GOROOT_TEST is not set")
	}
	root := filepath.Join(runtime.GOROOT(), "test")
	var names []string
	filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") {
			return err
		}
		if filter != "1" && !strings.Contains(path, filter) {
			return nil
		}
		source, _ := os.ReadFile(path)
		first, _, _ := strings.Cut(string(source), "\n")
		if strings.TrimSpace(first) == "// run" && !unfit.Match(source) {
			names = append(names, path)
		}
		return nil
	})
	truth := nativeEach(t, names)
	var mu sync.Mutex
	counts := map[string]int{}
	var report []string
	note := func(kind, name, detail string) {
		mu.Lock()
		defer mu.Unlock()
		counts[kind]++
		if kind != "pass" {
			rel, _ := filepath.Rel(root, name)
			report = append(report, fmt.Sprintf("%-8s %s: %s", kind, rel, detail))
		}
	}
	var wg sync.WaitGroup
	limit := make(chan bool, 2)
	for _, name := range names {
		want, ok := truth[name]
		if !ok {
			note("unbuilt", name, "")
			continue
		}
		wg.Add(1)
		limit <- true
		go func() {
			defer wg.Done()
			defer func() { <-limit }()
			got, err := loweredSafely(name)
			var r *lang.Refused
			var rejected lang.Rejected
			switch {
			case errors.As(err, &r):
				note("refused", name, r.Error())
			case errors.As(err, &rejected):
				note("rejected", name, head(rejected.Error(), 1))
			case err != nil:
				note("broken", name, err.Error())
			case got.Exit == 3 && strings.HasPrefix(got.Stderr, "INTERPRETER"):
				note("yaegi", name, head(got.Stderr, 1))
			case got.want() != want.want():
				note("wrong", name, fmt.Sprintf("%.300q, want %.300q", head(got.Stderr, 3)+got.want(), want.want()))
			default:
				note("pass", name, "")
			}
		}()
	}
	wg.Wait()
	slices.Sort(report)
	fmt.Println(strings.Join(report, "\n"))
	fmt.Println(counts)
}

// loweredSafely turns a panic of lang's into an error.
func loweredSafely(name string) (res result, err error) {
	defer func() {
		if r := recover(); r != nil {
			buf := make([]byte, 4000)
			buf = buf[:runtime.Stack(buf, false)]
			var frames []string
			for _, line := range strings.Split(string(buf), "\n") {
				if strings.Contains(line, "wasm/lang/") {
					frames = append(frames, filepath.Base(strings.Fields(line)[0]))
				}
			}
			err = fmt.Errorf("%v %s", r, strings.Join(frames[:min(6, len(frames))], " "))
		}
	}()
	return lowered(name)
}

// nativeEach is native for programs of which some may not build. What they do is
// kept in a temporary folder between runs.
func nativeEach(t *testing.T, names []string) map[string]result {
	cache := filepath.Join(os.TempDir(), "awaitgo-native")
	os.MkdirAll(cache, 0o755)
	results := map[string]result{}
	for _, name := range names {
		source, _ := os.ReadFile(name)
		bin := filepath.Join(cache, fmt.Sprintf("%x", hash(source)))
		if _, err := os.Stat(bin); err != nil {
			os.WriteFile(bin+".go", source, 0o644)
			build := exec.Command("go", "build", "-o", bin, bin+".go")
			if out, err := build.CombinedOutput(); err != nil {
				fmt.Printf("%s: %s", name, head(string(out), 3))
				continue
			}
		}
		results[name] = finish(exec.Command(bin))
	}
	return results
}

func hash(b []byte) (h uint64) {
	h = 14695981039346656037
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}
