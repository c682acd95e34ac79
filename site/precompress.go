package site

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"runtime"

	"github.com/andybalholm/brotli"
	"golang.org/x/sync/errgroup"
)

// shrinks holds for the kinds of files that are worth compressing. Images and
// what is compressed already are not.
var shrinks = map[string]bool{
	".html": true, ".css": true, ".js": true, ".json": true, ".jsonl": true, ".svg": true, ".txt": true,
	".map": true, ".webmanifest": true, ".wasm": true,
}

// precompress writes what a host sends to browsers that accept it: FILE.br and
// FILE.gz beside FILE, each as small as it gets, and only where that is smaller.
func precompress(o *output) error {
	var jobs errgroup.Group
	jobs.SetLimit(runtime.GOMAXPROCS(0))
	err := fs.WalkDir(os.DirFS(o.dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !shrinks[path.Ext(name)] {
			return err
		}
		jobs.Go(func() error { return compress(o, name) })
		return nil
	})
	return errors.Join(err, jobs.Wait())
}

func compress(o *output, name string) error {
	content, err := os.ReadFile(o.path(name))
	if err != nil {
		return err
	}
	gz := func(w io.Writer) io.WriteCloser {
		zip, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // the level is valid
		return zip
	}
	br := func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, brotli.BestCompression) }
	return errors.Join(
		writeSmaller(o, name+".gz", content, gz),
		writeSmaller(o, name+".br", content, br),
	)
}

// writeSmaller leaves a file alone that is there already, as the bundle's
// gzipped WebAssembly is.
func writeSmaller(o *output, name string, content []byte, to func(io.Writer) io.WriteCloser) error {
	if _, err := os.Stat(o.path(name)); err == nil {
		return nil
	}
	var small bytes.Buffer
	w := to(&small)
	if _, err := w.Write(content); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	if small.Len() >= len(content) {
		return nil
	}
	return o.write(name, small.Bytes())
}
