// Picture draws the reader on the sample pair as an SVG on standard output, for
// the README: the program's own frame after the keys given as arguments, cell by
// cell.
//
//	go run ./ui/internal/picture n > .github/screen.svg
package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"doubletake/model/article"
	"doubletake/model/compare"
	"doubletake/seeds"
	"doubletake/ui"
	"doubletake/ui/book"
	"doubletake/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// The size of the terminal that is drawn, in cells.
const (
	columns = 118
	rows    = 34
)

func main() {
	if err := run(os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, keys []string) error {
	pair := seeds.Sample()
	c, err := compare.Compare(context.Background(),
		article.Parse(pair.LeftName, string(pair.Left)), article.Parse(pair.RightName, string(pair.Right)))
	if err != nil {
		return err
	}
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.TrueColor)
	var m tea.Model = ui.New(book.New(c), ui.Options{Renderer: r, Theme: theme.Dark})
	m, _ = m.Update(tea.WindowSizeMsg{Width: columns, Height: rows})
	for _, k := range keys {
		m, _ = m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)})
	}
	out := bufio.NewWriter(w)
	draw(out, strings.Split(m.View(), "\n"), keys)
	return out.Flush()
}
