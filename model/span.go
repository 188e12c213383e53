package model

import "fmt"

// Span is a half-open range [Start, End) of byte offsets into the Text of the
// article it belongs to. Spans always fall on rune boundaries.
type Span struct {
	Start, End int
}

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether other lies wholly inside s.
func (s Span) Contains(other Span) bool { return s.Start <= other.Start && other.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// In returns the words of text that the span covers. A span that does not fit
// the text yields the empty string rather than a panic.
func (s Span) In(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// String writes the span as "start-end".
func (s Span) String() string { return fmt.Sprintf("%d-%d", s.Start, s.End) }
