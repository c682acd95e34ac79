package site

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"path"
	"strings"
)

// complete holds for a bundle that was built. One that was not is empty but
// for a placeholder.
func complete(bundle fs.FS) bool {
	for _, file := range []string{"assets/page.js", "assets/page.css", "assets/early.js"} {
		if _, err := fs.Stat(bundle, file); err != nil {
			return false
		}
	}
	return true
}

// copyBundle copies the browser side. It carries its WebAssembly gzipped,
// which the page can decompress itself; beside it goes the plain file, for
// hosts that compress what they send. The service workers' scripts are for
// writeWorker, those in pack/ for packages.
func copyBundle(o *output, bundle fs.FS) error {
	return fs.WalkDir(bundle, ".", func(file string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && (file == "offline" || file == "pack") {
			return fs.SkipDir
		}
		if err != nil || entry.IsDir() || strings.HasPrefix(path.Base(file), ".") {
			return err
		}
		if err := o.copy(file, bundle, file); err != nil {
			return err
		}
		if plain, ok := strings.CutSuffix(file, ".gz"); ok && path.Ext(plain) == ".wasm" {
			return writeGunzipped(o, plain, bundle, file)
		}
		return nil
	})
}

func writeGunzipped(o *output, name string, bundle fs.FS, file string) error {
	zipped, err := fs.ReadFile(bundle, file)
	if err != nil {
		return err
	}
	unzip, err := gzip.NewReader(bytes.NewReader(zipped))
	if err != nil {
		return &fs.PathError{Op: "gunzip", Path: file, Err: err}
	}
	content, err := io.ReadAll(unzip)
	if err != nil {
		return &fs.PathError{Op: "gunzip", Path: file, Err: err}
	}
	return o.write(name, content)
}
