package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrForeign refuses a folder that holds files and that no build has left.
var ErrForeign = errors.New("the folder holds files that awaitgo did not build")

// Marker is the file by which a build knows a folder as its own.
const Marker = ".awaitgo"

const markerText = "awaitgo build made this folder. The next build replaces everything in it.\n"

// output is a site being written. It grows in a folder beside its place, on
// the same disk, so that publishing it is a rename.
type output struct {
	place string // where it will stand
	dir   string // where it grows
}

func newOutput(place string) (*output, error) {
	place, err := filepath.Abs(place)
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(place); err == nil {
		place = real // replace what the link points to, not the link
	}
	if err := replaceable(place); err != nil {
		return nil, err
	}
	parent := filepath.Dir(place)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(parent, ".awaitgo-")
	if err != nil {
		return nil, err
	}
	o := &output{place: place, dir: filepath.Join(dir, "new")}
	return o, o.write(Marker, []byte(markerText))
}

// replaceable holds for a place where nothing stands that a person would miss.
func replaceable(place string) error {
	entries, err := os.ReadDir(place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case len(entries) == 0:
		return nil
	}
	if _, err := os.Lstat(filepath.Join(place, Marker)); err != nil {
		return fmt.Errorf("%s: %w", place, ErrForeign)
	}
	return nil
}

// path is where a file of the site, named with slashes, is on the disk.
func (o *output) path(name string) string {
	return filepath.Join(o.dir, filepath.FromSlash(name))
}

func (o *output) write(name string, content []byte) error {
	file := o.path(name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	return os.WriteFile(file, content, 0o666)
}

func (o *output) copy(name string, from fs.FS, file string) error {
	content, err := fs.ReadFile(from, file)
	if err != nil {
		return err
	}
	return o.write(name, content)
}

// publish puts the site into its place. If it can't, what stood there stays.
func (o *output) publish() error {
	old := filepath.Join(filepath.Dir(o.dir), "old")
	err := os.Rename(o.place, old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(o.dir, o.place); err != nil {
		os.Rename(old, o.place)
		return err
	}
	return nil
}

// discard removes what is left beside the place: after publish, the site that
// stood there before.
func (o *output) discard() {
	os.RemoveAll(filepath.Dir(o.dir))
}
