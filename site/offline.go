package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
)

// What makes a site one that can be installed and works offline:
//
//	manifest.webmanifest, icon*      for installing
//	offline.json                     every file with its hash and when it is fetched
//	sw.js                            the service worker, bound to offline.json by its hash
//
// The worker and its format are in web/offline. A build with NoOffline leaves
// in sw.js a worker that removes whatever worker browsers have for this site.

const (
	workerName   = "sw.js"
	listName     = "offline.json"
	manifestName = "manifest.webmanifest"
)

// writeInstallable comes before the pages' files are listed.
func writeInstallable(o *output, opts Options) error {
	if err := o.write("icon.svg", iconSVG()); err != nil {
		return err
	}
	type icon struct {
		Src     string `json:"src"`
		Sizes   string `json:"sizes"`
		Type    string `json:"type"`
		Purpose string `json:"purpose,omitempty"`
	}
	manifest := struct {
		Name       string `json:"name"`
		ShortName  string `json:"short_name"`
		ID         string `json:"id"`
		StartURL   string `json:"start_url"`
		Scope      string `json:"scope"`
		Display    string `json:"display"`
		Background string `json:"background_color"`
		Theme      string `json:"theme_color"`
		Icons      []icon `json:"icons"`
	}{
		Name: opts.Title, ShortName: opts.Title, ID: "./", StartURL: "./", Scope: "./",
		Display: "standalone", Background: "#fbfcf9", Theme: "#fbfcf9",
		Icons: []icon{{Src: "icon.svg", Sizes: "any", Type: "image/svg+xml"}},
	}
	for _, i := range []struct {
		name    string
		side    int
		purpose string
	}{
		{"icon-180.png", 180, ""},
		{"icon-192.png", 192, "any"},
		{"icon-512.png", 512, "any"},
		{"icon-maskable-512.png", 512, "maskable"},
	} {
		// The small one is for systems that cut the corners off themselves.
		content, err := iconPNG(i.side, i.purpose != "any")
		if err != nil {
			return err
		}
		if err := o.write(i.name, content); err != nil {
			return err
		}
		if i.purpose != "" {
			manifest.Icons = append(manifest.Icons, icon{i.name, fmt.Sprintf("%dx%d", i.side, i.side), "image/png", i.purpose})
		}
	}
	text, err := json.MarshalIndent(manifest, "", "  ")
	if err != nil {
		return err
	}
	return o.write(manifestName, append(text, '\n'))
}

// When a reader's browser fetches a file to keep it.
const (
	atInstall = "install" // with the pages: they are one version, whole or not at all
	ahead     = "ahead"   // after them: the engines that the course's programs need
	later     = "later"   // when it is first used, or asked for
)

type listed struct {
	Path           string `json:"path"`
	SHA256         string `json:"sha256"`
	UnpackedSHA256 string `json:"unpackedSha256,omitempty"`
	Bytes          int    `json:"bytes"`
	When           string `json:"when"`
}

// writeWorker lists the files of a site that is complete but for what
// precompress adds, and binds the service worker to the list.
func writeWorker(o *output, bundle fs.FS, lessons fs.FS, opts Options) error {
	script := "offline/worker.js"
	if opts.NoOffline {
		script = "offline/remove.js"
	}
	worker, err := fs.ReadFile(bundle, script)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // a bundle without offline use
	}
	if err != nil || opts.NoOffline {
		return errors.Join(err, o.write(workerName, worker))
	}
	engines, err := enginesAhead(bundle, lessons)
	if err != nil {
		return err
	}
	var list struct {
		Files []listed `json:"files"`
	}
	err = fs.WalkDir(os.DirFS(o.dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || name == Marker || unlisted(name) {
			return err
		}
		file, err := listFile(o, name)
		if err != nil {
			return err
		}
		if strings.HasPrefix(name, "engine/") && path.Ext(name) != ".json" {
			file.When = later
			if slices.Contains(engines, path.Base(name)) {
				file.When = ahead
			}
		}
		list.Files = append(list.Files, file)
		return nil
	})
	if err != nil {
		return err
	}
	text, err := json.Marshal(list)
	if err != nil {
		return err
	}
	build, err := json.Marshal(map[string]string{"list": listName, "sha256": hash(text)})
	if err != nil {
		return err
	}
	return errors.Join(
		o.write(listName, text),
		o.write(workerName, fmt.Appendf(nil, "self.AWAITGO = %s;\n%s", build, worker)),
	)
}

// unlisted holds for what readers don't need kept: plain WebAssembly, as its
// gzipped form is at hand, and files for machines.
func unlisted(name string) bool {
	switch path.Ext(name) {
	case ".wasm", ".br", ".xml", ".map":
		return true
	}
	return name == "robots.txt" || strings.HasPrefix(path.Base(name), ".")
}

func listFile(o *output, name string) (listed, error) {
	content, err := os.ReadFile(o.path(name))
	if err != nil {
		return listed{}, err
	}
	file := listed{Path: name, SHA256: hash(content), Bytes: len(content), When: atInstall}
	if path.Ext(name) == ".gz" {
		if file.UnpackedSHA256, err = unpackedHash(o, name, content); err != nil {
			return listed{}, &fs.PathError{Op: "gunzip", Path: name, Err: err}
		}
	}
	return file, nil
}

// unpackedHash reads the plain file where it stands beside the gzipped one:
// that takes a third of the time.
func unpackedHash(o *output, name string, zipped []byte) (string, error) {
	plain, err := os.ReadFile(o.path(strings.TrimSuffix(name, ".gz")))
	if errors.Is(err, fs.ErrNotExist) {
		var unzip *gzip.Reader
		if unzip, err = gzip.NewReader(bytes.NewReader(zipped)); err == nil {
			plain, err = io.ReadAll(unzip)
		}
	}
	return hash(plain), err
}

func hash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// enginesAhead names the gzipped engine files that every reader wants: what
// checks programs, and the builds that run the programs of this course.
func enginesAhead(bundle, lessons fs.FS) ([]string, error) {
	manifest, err := readEngines(bundle)
	if err != nil {
		return nil, err
	}
	wanted := []string{"instant", "checker", "docs"}
	http, err := usesHTTP(lessons)
	if err != nil {
		return nil, err
	}
	if http {
		wanted = append(wanted, "instant-http")
	}
	var files []string
	for _, name := range wanted {
		if build, ok := manifest[name]; ok {
			files = append(files, build.Gzip)
		}
	}
	return files, nil
}

// engineBuild is an entry of the bundle's engine/manifest.json.
type engineBuild struct {
	Gzip string `json:"gzip"`
}

func readEngines(bundle fs.FS) (map[string]engineBuild, error) {
	const name = "engine/manifest.json"
	content, err := fs.ReadFile(bundle, name)
	if err != nil {
		return nil, err
	}
	// Entries may hold what is of no interest here.
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(content, &raw); err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	builds := make(map[string]engineBuild)
	for name, text := range raw {
		var build engineBuild
		if json.Unmarshal(text, &build) == nil && build.Gzip != "" {
			builds[name] = build
		}
	}
	return builds, nil
}

// importsHTTP is how the page, too, tells which build a program needs
// (web/engine/builds.ts).
var importsHTTP = regexp.MustCompile("[\"`]net/(http|url)[\"`/]")

// usesHTTP tells whether a program of the lessons needs the build of the
// engine that has net/http.
func usesHTTP(lessons fs.FS) (bool, error) {
	found := false
	err := fs.WalkDir(lessons, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".go" && path.Ext(name) != ".md" {
			return err
		}
		text, err := fs.ReadFile(lessons, name)
		if err == nil && importsHTTP.Match(text) {
			found = true
			return fs.SkipAll
		}
		return err
	})
	return found, err
}
