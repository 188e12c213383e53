// Package silent is a terminal for tests: it takes what a program draws, and
// answers nothing that it is asked. It is made on Linux alone.
package silent
