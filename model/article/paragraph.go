// This file finds the paragraphs of a text: blank lines, hard wraps, one
// paragraph a line, all of these in one file, and breaks in mid-sentence.

package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"doubletake/model/text"
)

// paragraph is one paragraph without newlines.
type paragraph struct {
	text  string
	level int  // of a Markdown headline, 1 to 6; 0 for a body paragraph
	apart bool // a blank line stands before it, or it is the first
}

// line is one line of the text, trimmed, with single spaces inside.
type line struct {
	text  string
	width int // in runes
	level int
	apart bool // a blank line stands before it
	item  bool // begins a list item or a quotation of its own
}

// paragraphs cuts cleaned text into its paragraphs.
func paragraphs(clean string) []paragraph {
	lines := split(clean)
	width := wrapWidth(lines)
	var out []paragraph
	var open []string // the lines of the paragraph in hand
	flush := func() {
		if len(open) > 0 {
			out[len(out)-1].text = settle(joinLines(open))
			open = nil
		}
	}
	for i, l := range lines {
		if i > 0 && goesOn(lines[i-1], l, width, i == 1) {
			open = append(open, l.text)
			continue
		}
		flush()
		out = append(out, paragraph{level: l.level, apart: l.apart})
		open = append(open, l.text)
	}
	flush()
	return slices.DeleteFunc(out, func(p paragraph) bool { return p.text == "" })
}

// joinLines undoes a hard wrap. A line that ends in a hyphen was broken at it.
func joinLines(lines []string) string {
	if len(lines) == 1 {
		return lines[0]
	}
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(l)
		if i+1 < len(lines) && !hyphened(l) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// hyphened reports whether a line ends in a hyphen that follows a letter.
func hyphened(l string) bool {
	bare, ok := strings.CutSuffix(l, "-")
	r, _ := utf8.DecodeLastRuneInString(bare)
	return ok && unicode.IsLetter(r)
}

// settle takes the marks of Markdown off a paragraph. What that brings together
// may have to be composed anew, so it goes through the door again.
func settle(s string) string {
	bare := unmark(s)
	first, _ := utf8.DecodeRuneInString(bare)
	if bare == s && !unicode.IsMark(first) {
		return s
	}
	return text.Line(bare)
}

// split cuts text into lines that hold something; lines of nothing but
// punctuation ("***", "---") separate like blank ones.
func split(clean string) []line {
	var out []line
	apart := true
	for s := range strings.SplitSeq(clean, "\n") {
		s = squeeze(s)
		if !hasWord(s) {
			apart = true
			continue
		}
		l := line{text: s, apart: apart}
		l.text, l.level, l.item = stripBlock(s)
		l.width = utf8.RuneCountInString(l.text)
		if l.text != "" {
			out = append(out, l)
			apart = l.level > 0 // a headline of Markdown stands alone
		}
	}
	return out
}

// squeeze trims s and makes every run of spaces one.
func squeeze(s string) string {
	s = strings.Trim(s, " ")
	if !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}

func hasWord(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// Hard-wrapped text is told from one paragraph a line by these figures.
const (
	widestWrap   = 110 // columns; editors and mailers wrap at 65 to 100
	narrowest    = 30
	fewestWraps  = 2  // breaks inside blocks that it takes to see a habit
	filledShare  = 70 // per cent of breaks where the next word would not have fitted
	runningShare = 40 // per cent of breaks in mid-sentence
	ragged       = 8  // columns that a wrapping program may leave unused
)

// wrapWidth is the column at which the text is hard-wrapped, 0 where it is not.
// In wrapped text the next line's first word would not have fitted, and most
// lines end in mid-sentence.
func wrapWidth(lines []line) int {
	width := 0
	for i := 1; i < len(lines); i++ {
		if !lines[i].apart {
			width = max(width, lines[i-1].width)
		}
	}
	if width > widestWrap || width < narrowest {
		return 0
	}
	breaks, filled, running := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].apart || lines[i].item {
			continue
		}
		breaks++
		if fills(lines[i-1], lines[i], width) {
			filled++
		}
		if !ends(lines[i-1].text) {
			running++
		}
	}
	if breaks < fewestWraps || filled*100 < breaks*filledShare || running*100 < breaks*runningShare {
		return 0
	}
	return width
}

// fills reports whether prev leaves no room for the first word of next.
func fills(prev, next line, width int) bool {
	first, _, _ := strings.Cut(next.text, " ")
	return prev.width+1+utf8.RuneCountInString(first) > width-ragged
}

// goesOn reports whether next belongs to the paragraph that prev stands in.
func goesOn(prev, next line, width int, headline bool) bool {
	if prev.level > 0 || next.level > 0 || next.item {
		return false
	}
	if next.apart {
		return broken(prev.text, next.text, headline)
	}
	if width > 0 && fills(prev, next, width) {
		return true
	}
	return broken(prev.text, next.text, headline) || width > 0 && !ends(prev.text) && !headline && prev.width > narrowest
}

// longHeadline is the length in bytes above which a first line is no headline.
const longHeadline = 160

// broken reports whether a paragraph break between prev and next stands in
// mid-sentence: after an abbreviation that a name has to follow ("noted Dr."),
// after a comma, or before a small letter. headline is true where prev is the
// first line, which needs no full stop to be whole.
func broken(prev, next string, headline bool) bool {
	last := prev[strings.LastIndexByte(prev, ' ')+1:]
	last = strings.TrimLeft(last, "(\"'“‘«[")
	first, _ := utf8.DecodeRuneInString(next)
	if word, ok := strings.CutSuffix(last, "."); ok {
		switch text.Abbreviated(word) {
		case text.TitleAbbreviation:
			return unicode.IsLetter(first)
		case text.NumberAbbreviation:
			return unicode.IsDigit(first)
		case text.InnerAbbreviation:
			return true
		case text.InitialAbbreviation:
			return unicode.IsLower(first) || unicode.IsUpper(first) && afterName(prev) && !text.Opener(firstWord(next))
		case text.MonthAbbreviation, text.EitherAbbreviation:
			return unicode.IsLower(first) || unicode.IsDigit(first)
		}
		return false
	}
	if bareDateline(prev) {
		return true
	}
	if headline && len(prev) < longHeadline || ends(prev) || !sentenceLong(prev) {
		return false
	}
	return unicode.IsLower(first) && !brandLike(next) || strings.HasSuffix(prev, ",") && !unicode.IsPunct(first)
}

// sentenceLong holds for lines too long to be a crosshead or a byline.
func sentenceLong(s string) bool { return strings.Count(s, " ") >= 5 }

// afterName reports whether the last word of s, an initial, follows a
// capitalised word: "Harry S."
func afterName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) < 2 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(fields[len(fields)-2])
	return unicode.IsUpper(r)
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return strings.TrimFunc(word, unicode.IsPunct)
}

// brandLike holds for names that begin with one small letter: "iPhone", "eBay".
func brandLike(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	r, _ := utf8.DecodeRuneInString(s[size:])
	return unicode.IsUpper(r)
}

// closers may stand between a sentence's last mark and its end.
const closers = "\"'”’»›)]*_“"

// ends reports whether s closes with the mark that ends a sentence, or with the
// colon that ends a paragraph before a list or a quotation.
func ends(s string) bool {
	s = strings.TrimRight(s, closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '.' || r == '!' || r == '?' || r == '…' || r == ':' || r == ';'
}
