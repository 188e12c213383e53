// This file holds the flags: what may be said beside the articles.

package command

import (
	"fmt"
	"io"
	"time"

	"doubletake/model"
	"doubletake/model/report"
	"doubletake/model/source"
	"doubletake/ui/theme"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flags is what the command line says beside the articles, as typed.
type flags struct {
	format   string
	output   string
	severity string
	exitCode bool

	input

	theme   string
	ascii   bool
	noColor bool
	mouse   bool
	marks   string
}

func (f *flags) define(s *pflag.FlagSet) {
	s.SortFlags = false
	s.StringVarP(&f.format, "format", "f", "", "print the comparison as `FORMAT`: "+report.Names())
	s.StringVarP(&f.output, "output", "o", "", "write it to `FILE`, whose ending stands for a --format not given")
	s.StringVar(&f.severity, "min-severity", "", "leave out what is less severe than `LEVEL`: low, medium or high")
	s.BoolVar(&f.exitCode, "exit-code", false, "end with 1 where there are conflicts")
	f.input.define(s)
	s.StringVar(&f.theme, "theme", theme.Auto.String(), "colours for a `BACKGROUND`: dark, light or auto")
	s.BoolVar(&f.ascii, "ascii", false, "draw with ASCII signs only")
	s.BoolVar(&f.noColor, "no-color", false, "draw without colour (so does NO_COLOR)")
	s.BoolVar(&f.mouse, "mouse", false, "let the mouse scroll and select")
	s.StringVar(&f.marks, "marks", "", "keep the reader's marks in `FILE`")
}

// input is what is said about reading articles; every command that does takes it.
type input struct {
	timeout      time.Duration
	allowPrivate bool
}

func (i *input) define(s *pflag.FlagSet) {
	s.DurationVar(&i.timeout, "timeout", source.Patience, "give up on an address or a pipe after `TIME`")
	s.BoolVar(&i.allowPrivate, "allow-private", false, "read addresses in private networks, this machine among them")
}

// source reads articles within what was said. Both arguments may be nil.
func (i input) source(stdin io.Reader, progress func(string)) source.Source {
	return source.Source{Stdin: stdin, Patience: i.timeout, AllowPrivate: i.allowPrivate, Agent: version(), Progress: progress}
}

// complete tells the shell the values of flags that take one of a few words.
func complete(c *cobra.Command) error {
	var formats []string
	for _, f := range report.Formats {
		formats = append(formats, string(f))
	}
	for name, values := range map[string][]string{
		"format":       formats,
		"min-severity": {model.Low.String(), model.Medium.String(), model.High.String()},
		"theme":        {theme.Dark.String(), theme.Light.String(), theme.Auto.String()},
	} {
		if err := c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
			return fmt.Errorf("completing --%s: %w", name, err)
		}
	}
	return nil
}

// choice is the flags once they are understood.
type choice struct {
	flags
	print  bool // rather than open the reader
	format report.Format
	floor  model.Severity
	theme  theme.Name
}

// choose understands the flags. toTerminal says that standard output is one.
func (f flags) choose(toTerminal bool) (choice, error) {
	c := choice{flags: f, format: report.AsText, print: f.format != "" || f.output != "" || f.exitCode || !toTerminal}
	var err error
	if f.format != "" {
		if c.format, err = report.ParseFormat(f.format); err != nil {
			return choice{}, err
		}
	} else if byName, ok := report.FormatOf(f.output); ok {
		c.format = byName
	}
	if f.timeout <= 0 {
		return choice{}, fmt.Errorf("a --timeout of %s gives no time at all: use 30s or so", f.timeout)
	}
	if c.floor, err = severity(f.severity); err != nil {
		return choice{}, err
	}
	name, ok := theme.Parse(f.theme)
	if !ok {
		return choice{}, fmt.Errorf("unknown theme %q: use dark, light or auto", f.theme)
	}
	c.theme = name
	return c, nil
}

func severity(s string) (model.Severity, error) {
	for _, x := range [...]model.Severity{model.Low, model.Medium, model.High} {
		if s == x.String() {
			return x, nil
		}
	}
	if s == "" {
		return model.None, nil
	}
	return model.None, fmt.Errorf("unknown severity %q: use low, medium or high", s)
}
