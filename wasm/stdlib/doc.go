// Package stdlib is the standard library as interpreted programs see it: for
// each supported package a table from exported names to compiled values and types.
//
// The tables are generated from the installed Go by generate.go, which holds the
// list of packages; nothing in a symbols_*.go file is edited by hand. Generic
// functions and types have no compiled value and are not in the tables.
package stdlib

//go:generate go run generate.go
