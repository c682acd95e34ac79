// Command checker answers questions about programs while they are written.
package main
