// Doubletake lays two news articles on one event side by side in the terminal,
// says which facts they share and where they conflict, and lets the reader step
// through each claim.
package main

import (
	"os"

	"doubletake/ui/command"
)

func main() {
	os.Exit(command.Program{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Getenv}.Run(os.Args[1:]))
}
