package serve

import (
	"fmt"
	"io"
	"strings"

	"doubletake/ui/serve/pair"

	"github.com/charmbracelet/ssh"
)

// print serves those without a terminal that can be drawn on: they get the
// report they ask for as text, or a line that says how to get it.
func (s *server) print(next ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		v, ok := sess.Context().Value(visitKey{}).(visit)
		if !ok {
			return
		}
		g := v.guest
		command := sess.Command()
		_, _, terminal := g.wishes.size()
		if terminal && len(command) == 0 && g.wishes.getenv("TERM") != "dumb" {
			next(sess)
			return
		}
		out := newScreen(sess, s.options.StallTimeout, func() { g.end(errStalled) })
		errs := newScreen(sess.Stderr(), s.options.StallTimeout, func() { g.end(errStalled) })
		code := printed(s.pairs, command, out, errs)
		_ = sess.Exit(code) // an error means that the guest has gone
	}
}

// The exit codes of what is printed.
const (
	codeDone    = 0
	codeMissing = 1   // no pair of that name
	codeRefused = 127 // no such command, as shells say it
)

// printed writes what a guest without a terminal asks for, and gives the exit
// code. A write that fails needs no answer: the guest has gone.
func printed(pairs []pair.Pair, command []string, out, errs io.Writer) int {
	var names strings.Builder
	for _, p := range pairs {
		names.WriteString(" " + p.Name)
	}
	switch {
	case len(command) > 0 && (command[0] != "text" || len(command) > 2):
		_, _ = fmt.Fprintln(errs, "doubletake: nothing runs here but the reader (ssh HOST) and: ssh HOST text NAME, with one of:"+names.String())
		return codeRefused
	case len(command) == 2:
		for _, p := range pairs {
			if p.Name == command[1] {
				_, _ = out.Write(p.Report)
				return codeDone
			}
		}
		_, _ = fmt.Fprintf(errs, "doubletake: there is no pair %s; there is:%s\n", safe(command[1], 64), names.String())
		return codeMissing
	case len(command) == 1, len(pairs) == 1:
		_, _ = out.Write(pairs[0].Report)
		if len(pairs) > 1 {
			_, _ = fmt.Fprintf(errs, "doubletake: this is %s; for the others: ssh HOST text NAME, with one of:%s\n", pairs[0].Name, names.String())
		}
		return codeDone
	}
	_, _ = fmt.Fprintln(out, "doubletake: no terminal to read on. As text: ssh HOST text NAME, with one of:"+names.String()+". With a terminal: ssh -t HOST")
	return codeDone
}
