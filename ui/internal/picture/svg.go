package main

import (
	"bufio"
	"fmt"
	"html"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// A cell in SVG units, as wide as a monospaced letter of the font size.
const (
	cellWidth  = 8.4
	cellHeight = 19
	fontSize   = 14
	margin     = 12
	background = "#16161d"
	foreground = "#dcdcdc"
)

// look is the style of a run of cells.
type look struct {
	fore, back    string // "#rrggbb"; "" for the terminal's own
	bold, reverse bool
}

// draw writes the frame as an SVG.
func draw(w *bufio.Writer, frame []string, keys []string) {
	width, height := columns*cellWidth+2*margin, len(frame)*cellHeight+2*margin
	fmt.Fprintf(w, "<!-- Made by: go run ./ui/internal/picture %s > .github/screen.svg -->\n", strings.Join(keys, " "))
	fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %d" width="%.0f" height="%d" `+
		`font-family="ui-monospace,SFMono-Regular,Menlo,'DejaVu Sans Mono',monospace" font-size="%d">`+"\n",
		width, height, width, height, fontSize)
	fmt.Fprintf(w, "<title>The reader on the sample pair</title>\n<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"%s\"/>\n", background)
	for i, row := range frame {
		line(w, row, margin+i*cellHeight)
	}
	w.WriteString("</svg>\n")
}

// line draws one row at a height, a stretch of like cells at a time.
func line(w *bufio.Writer, row string, y int) {
	column := 0
	var now look
	for len(row) > 0 {
		if rest, ok := strings.CutPrefix(row, "\x1b["); ok {
			codes, after, _ := strings.Cut(rest, "m")
			now.set(codes)
			row = after
			continue
		}
		words := row
		if i := strings.IndexByte(row, '\x1b'); i >= 0 {
			words = row[:i]
		}
		row = row[len(words):]
		cells := ansi.StringWidth(words)
		stretch(w, words, now, margin+float64(column)*cellWidth, y, cells)
		column += cells
	}
}

// stretch draws a stretch of cells.
func stretch(w *bufio.Writer, words string, l look, x float64, y, cells int) {
	fore, back := l.fore, l.back
	if fore == "" {
		fore = foreground
	}
	if l.reverse {
		if back == "" {
			back = background
		}
		fore, back = back, fore
	}
	if back != "" {
		fmt.Fprintf(w, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", x, y, float64(cells)*cellWidth, cellHeight, back)
	}
	if strings.TrimSpace(words) == "" {
		return
	}
	weight := ""
	if l.bold {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(w, `<text xml:space="preserve" x="%.1f" y="%d" textLength="%.1f" lengthAdjust="spacingAndGlyphs" fill="%s"%s>%s</text>`+"\n",
		x, y+fontSize, float64(cells)*cellWidth, fore, weight, html.EscapeString(words))
}

// set applies the numbers of an SGR sequence, as far as the reader uses them.
func (l *look) set(codes string) {
	n := strings.Split(codes, ";")
	for i := 0; i < len(n); i++ {
		switch n[i] {
		case "", "0":
			*l = look{}
		case "1":
			l.bold = true
		case "7":
			l.reverse = true
		case "38", "48":
			if i+4 >= len(n) {
				return
			}
			colour := "#"
			for _, part := range n[i+2 : i+5] {
				v, _ := strconv.Atoi(part) // what is no number is black
				colour += fmt.Sprintf("%02x", v&0xff)
			}
			if n[i] == "38" {
				l.fore = colour
			} else {
				l.back = colour
			}
			i += 4
		}
	}
}
