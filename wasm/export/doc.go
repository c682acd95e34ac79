// Package export holds what a program may import, as type-checkers need it: for
// each package the declarations that can be reached from its exported names, as Go
// source without function bodies.
//
// # Why source
//
// The checker has two type-checkers in it, go/types and the compiler's types2, and
// each reads another form of binary export data, by a reader of its own. Both read
// source. So one archive serves both, no reader is needed, and parameter names survive
// for completion. It is smaller as well; doc.go of wasm/checker has the numbers.
//
// # Format
//
// The archive is text: for each package a line that begins with "-- ", then its
// source up to the next such line.
//
//	-- import/path engine --
//	package time
//	// imports errors internal/bytealg internal/godebug ...
//	func Sleep(d Duration)
//
// The comment below the package clause lists all that the package imports, where the
// import declarations are those that these declarations need.
//
// The engine is the build of the instant engine that holds the package: "base" or
// "http". Otherwise it is
//
//	none     for a package that the instant engine has not got. If there is no source,
//	         not even its types are known.
//	part     for one of which only that is here which others need
//	hidden   for what no program may import (internal/abi)
//
// Names are here even where nothing else is, so that a program that imports such a
// package can be told the truth. Sections are sorted by path.
//
// The documentation is another file, half as large, which only an editor wants: for
// each package the first sentence about what is declared on a line of its source. Line
// 1, the package clause, has that about the package.
//
//	-- import/path --
//	1 Package time provides functionality for measuring and displaying time.
//	4 Sleep pauses the current goroutine for at least the duration d.
//
// Both are generated from the installed Go (go generate ./wasm/export) and not kept in
// the repository: they are Go's own text.
package export

//go:generate go run ./generate -o archive/packages.txt -docs docs/docs.txt
