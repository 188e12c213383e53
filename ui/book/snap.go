package book

import (
	"unicode/utf8"

	"doubletake/model"

	"github.com/charmbracelet/x/ansi"
)

// Snap is the span as it can be drawn: inside the text, without spaces at its
// ends, and never through the middle of what a terminal shows as one character
// (a letter and its accents): there it grows to take the whole of it.
func Snap(text string, s model.Span) model.Span {
	s.Start, s.End = max(0, s.Start), min(len(text), s.End)
	for s.Start < s.End && blank(text[s.Start]) {
		s.Start++
	}
	for s.End > s.Start && blank(text[s.End-1]) {
		s.End--
	}
	if s.Empty() {
		return model.Span{Start: s.Start, End: s.Start}
	}
	s.Start, _ = cluster(text, s.Start)
	_, s.End = cluster(text, s.End)
	return s
}

func blank(c byte) bool { return c == ' ' || c == '\n' }

// cluster is the borders between characters at or around the byte offset: both
// are the offset itself where it is a border.
func cluster(text string, at int) (from, to int) {
	if at <= 0 || at >= len(text) || text[at] < utf8.RuneSelf {
		return at, at
	}
	// Begin at a place that is a border for certain: the last ASCII byte before.
	start := at - 1
	for start > 0 && text[start] >= utf8.RuneSelf && at-start < 64 {
		start--
	}
	for start > 0 && !utf8.RuneStart(text[start]) {
		start--
	}
	for start < at {
		c, _ := ansi.FirstGraphemeCluster(text[start:], ansi.GraphemeWidth)
		end := start + max(len(c), 1)
		if end > at {
			return start, end
		}
		start = end
	}
	return at, at
}
