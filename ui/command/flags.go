package command

import (
	"fmt"

	"doubletake/ui/theme"

	"github.com/spf13/pflag"
)

// flags is what the command line says beside the articles.
type flags struct {
	format  string
	theme   string
	ascii   bool
	noColor bool
	mouse   bool
	marks   string
}

func (f *flags) define(s *pflag.FlagSet) {
	s.SortFlags = false
	s.StringVar(&f.format, "format", "", "print the comparison as `text or json` instead of opening the reader")
	s.StringVar(&f.theme, "theme", theme.Auto.String(), "colours for a `dark, light or auto` background")
	s.BoolVar(&f.ascii, "ascii", false, "draw with ASCII signs only")
	s.BoolVar(&f.noColor, "no-color", false, "draw without colour (so does NO_COLOR)")
	s.BoolVar(&f.mouse, "mouse", false, "let the mouse scroll and select")
	s.StringVar(&f.marks, "marks", "", "keep the reader's marks in this `file` beside the articles")
}

// themeName is the theme asked for.
func (f flags) themeName() (theme.Name, error) {
	n, ok := theme.Parse(f.theme)
	if !ok {
		return n, fmt.Errorf("unknown theme %q: use dark, light or auto", f.theme)
	}
	return n, nil
}
