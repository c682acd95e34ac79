// Package operation lists where a program can start, block, wake or tell goroutines
// apart: what the event log of a run knows of its source. The log's runtime side tells a
// line and what was done there; this list adds what the source calls the things that it
// was done to. Both engines are read with the same list.
package operation
