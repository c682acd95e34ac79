package ld

import "cmd/internal/objabi"

// preload loads the packages that the host names, and all that they import, before
// the program's own, which are what changes from one link to the next. It returns how
// many there are; they come first in ctxt.Library.
func (ctxt *Link) preload() int {
	var wanted []string
	objabi.FromHost(&wanted)
	own := ctxt.Library
	ctxt.Library = nil
	for _, path := range wanted {
		if ctxt.LibraryByPkg[path] == nil {
			loadinternal(ctxt, path)
		}
	}
	loaded := 0
	for ; loaded < len(ctxt.Library); loaded++ {
		loadobjfile(ctxt, ctxt.Library[loaded])
	}
	var ready bool
	objabi.FromHost(&ready)
	ctxt.Library = append(ctxt.Library, own...)
	return loaded
}
