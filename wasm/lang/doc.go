// Package lang turns a learner's files into a program that the yaegi interpreter
// runs as Go would, or says why it can't.
//
// Lower parses and type-checks the files and then translates them to core Go: a
// small part of Go in which the interpreter is right. It does not patch one quirk
// after the other. The translation leaves the interpreter so little to decide that
// whole families of its mistakes have no place to occur:
//
//   - Interfaces. Core Go has no methods and no interface types of the program's
//     own. A value of one of the program's types that is put into an interface
//     becomes an rt.Box: a compiled value that pairs the raw value with a
//     description of its Go type. The box is what the standard library sees; it
//     prints itself, compares, hashes and is an error as the Go value would be.
//     Type assertions and switches ask rt; method calls through an interface go to
//     a dispatch function, generated from the boxed types of the whole program.
//   - Types. Only structs keep a declared type. Every other named type is written
//     as what it is made of; its name lives on in the description.
//   - Generics. Each function, type and method is written once for each list of
//     type arguments. The generic part of the standard library is translated from
//     source like the program itself.
//   - Closures. Every function literal becomes a top-level function that takes what
//     it captures as parameters. A variable that is captured and changes, or whose
//     address is taken, lives in a cell made by new, so that each iteration of a
//     loop has its own.
//   - defer, panic, recover, go, select and channel operations are calls of rt,
//     which does them with the real thing.
//   - Constants are written as values, and every identifier is unique in its
//     function.
//
// A type written in core Go is called raw. A type is native if nothing of the
// program's own is in it, so that its raw type is the very same Go type and needs
// no box.
package lang
