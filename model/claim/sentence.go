// This file cuts a paragraph into sentences. The rules are our own: measured
// against four libraries they err least on news.

package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/text"
)

// longestQuotation is the length in bytes up to which a quotation of several
// sentences stays one claim; about eight lines of a pane.
const longestQuotation = 800

// longestBracket is how far, in bytes, an opening bracket holds its sentence
// together; beyond it the closing one is taken to be missing.
const longestBracket = 400

// datelined is how many paragraphs may open with a dateline: a standfirst and
// page debris stand above some.
const datelined = 4

// cutter walks one paragraph.
type cutter struct {
	s      string      // the paragraph
	base   int         // its offset in the article
	quotes []Quotation // that stand in it
	q      int         // the first of them that may still hold the place in hand
	depth  int         // open brackets
	opened int         // where the last of them stands
	start  int         // of the sentence in hand
	out    []model.Span
}

// sentences are the spans of the paragraph p's sentences, without the spaces between.
func sentences(body string, p model.Span, number int, quotes []Quotation) []model.Span {
	c := cutter{s: p.In(body), base: p.Start, quotes: quotes}
	from := 0
	if number < datelined {
		from = article.FindDateline(c.s).End
	}
	for i := from; i < len(c.s); {
		switch b := c.s[i]; {
		case b == '(' || b == '[':
			c.depth++
			c.opened = i
			i++
		case b == ')' || b == ']':
			c.depth = max(c.depth-1, 0)
			i++
		case b == '.' || b == '!' || b == '?' || strings.HasPrefix(c.s[i:], "…"):
			i = c.stop(i)
		default:
			i++
		}
	}
	c.cut(len(c.s), len(c.s))
	return c.out
}

// cut ends the sentence in hand at end and begins the next one at next.
func (c *cutter) cut(end, next int) {
	s := strings.TrimRight(c.s[c.start:end], " ")
	if s != "" {
		c.out = append(c.out, model.Span{Start: c.base + c.start, End: c.base + c.start + len(s)})
	}
	c.start = next
}

// stop weighs the mark at i, cuts if a sentence ends there, and returns where
// to go on.
func (c *cutter) stop(i int) int {
	run := i + len(c.s[i:]) - len(strings.TrimLeft(c.s[i:], ".!?…"))
	end := c.closers(run)
	next := end + len(c.s[end:]) - len(strings.TrimLeft(c.s[end:], " "))
	if next == len(c.s) {
		return next
	}
	if dots := spacedDots(c.s[next:]); dots > 0 && c.s[i:run] == "." {
		return c.stopDots(i, next, next+dots)
	}
	if c.ends(i, run, end, next) {
		c.cut(end, next)
		c.depth = 0
		return next
	}
	return max(end, i+1)
}

// stopDots is stop for dots with spaces between them: the first at i, the second
// at next, and what follows at after. "so. . . . Then" ends at the first, "so
// . . . . Then" at the fourth, and three dots leave words out.
func (c *cutter) stopDots(i, next, after int) int {
	attached := i > 0 && c.s[i-1] != ' '
	four := strings.Count(c.s[i:after], ".") >= 4
	switch {
	case after == len(c.s) || !four || !begins(c.s[after:]) || c.inQuotation(i, after-1) || c.inBrackets(i):
	case attached:
		c.cut(i+1, next)
	default:
		c.cut(after, after)
	}
	return after
}

// closers is the end of the marks after i that belong to the sentence before
// them: closing quotation marks and brackets.
func (c *cutter) closers(i int) int {
	for i < len(c.s) {
		r, size := utf8.DecodeRuneInString(c.s[i:])
		switch r {
		case '"', '\'', '”', '’', '»', '›':
		case '“', '‘':
			if !c.endsQuotation(i + size) {
				return i
			}
		case ')', ']':
			c.depth = max(c.depth-1, 0)
		default:
			return i
		}
		i += size
	}
	return i
}

// endsQuotation reports whether a quotation ends at the offset in the paragraph.
func (c *cutter) endsQuotation(at int) bool {
	for _, q := range c.quotes[c.q:] {
		if q.Span.End-c.base >= at {
			return q.Span.End-c.base == at
		}
	}
	return false
}

// inQuotation reports whether the mark at i stands inside a quotation that goes
// on after end and is to stay whole.
func (c *cutter) inQuotation(i, end int) bool {
	for c.q < len(c.quotes) && c.quotes[c.q].Span.End-c.base <= i {
		c.q++
	}
	if c.q == len(c.quotes) {
		return false
	}
	q := c.quotes[c.q].Span
	return q.Start-c.base < i && q.End-c.base > end && q.Len() <= longestQuotation
}

// ends reports whether the marks from i to run, with the closers up to end, end
// a sentence, where next is the first rune of what follows.
func (c *cutter) ends(i, run, end, next int) bool {
	rest := c.s[next:]
	spaced := next > end
	if !spaced && !c.unspaced(i, run, end, rest) {
		return false
	}
	if c.inQuotation(i, end) || c.inBrackets(i) {
		return false
	}
	if !begins(rest) && !smallName(rest) {
		return false
	}
	mark := c.s[i:run]
	if isEllipsis(mark) {
		// "so … Then" leaves words out; "so… Then" trails off.
		return i > 0 && !strings.ContainsRune(" [(", rune(c.s[i-1])) || len(mark) > 3 && mark != "…"
	}
	if end > run && attributed(rest, mark == ".") {
		return false
	}
	if mark != "." || end > run && c.s[run] != ')' {
		return true
	}
	return c.fullStop(i, rest)
}

// unspaced reports whether a sentence may end without a space after it: "in
// Damascus.The talks", "in Damascus.”The talks".
func (c *cutter) unspaced(i, run, end int, rest string) bool {
	first, size := utf8.DecodeRuneInString(rest)
	second, _ := utf8.DecodeRuneInString(rest[size:])
	if !unicode.IsUpper(first) || !unicode.IsLower(second) && second != ' ' {
		return false
	}
	if end > run {
		return c.s[run] != '\'' && !strings.HasPrefix(c.s[run:], "’")
	}
	small := i // where the small letters before the full stop begin
	for small > 0 && i-small < longestWord && c.s[small-1] >= 'a' && c.s[small-1] <= 'z' {
		small--
	}
	if i-small < 3 || small > 0 && c.s[small-1] != ' ' {
		return false
	}
	token, _, _ := strings.Cut(rest[:min(len(rest), longestWord)], " ")
	return !strings.ContainsAny(token, "@/")
}

// inBrackets reports whether an open bracket holds the sentence together at i.
func (c *cutter) inBrackets(i int) bool {
	return c.depth > 0 && i-c.opened < longestBracket
}

// fullStop reports whether the single full stop at i ends a sentence before rest.
func (c *cutter) fullStop(i int, rest string) bool {
	word := wordBefore(c.s[:i])
	class := text.Abbreviated(word)
	if class == text.NoAbbreviation {
		// "1. The": the number of an item, when nothing else stands before it.
		return strings.Trim(c.s[c.start:i], "0123456789") != ""
	}
	first := firstWord(rest)
	r, _ := utf8.DecodeRuneInString(first)
	digit := unicode.IsDigit(r)
	fresh := text.Opener(first) || quotesAtLength(rest)
	switch class {
	case text.TitleAbbreviation, text.InnerAbbreviation:
		return false
	case text.NumberAbbreviation:
		return !digit
	case text.MonthAbbreviation:
		return !digit && fresh
	case text.InitialAbbreviation:
		return fresh && !digit || c.letterOnly(word, i)
	}
	switch word {
	case "a.m", "p.m", "A.M", "P.M":
		return !clockGoesOn(first, rest)
	case "etc":
		return true
	case "al":
		return fresh || !strings.HasSuffix(c.s[:i-2], "et ")
	}
	return fresh && !digit || c.namedAnew(word, first, i)
}

// namedAnew reports whether a new sentence begins with the short name of the company
// whose form stands before the full stop at i: "a unit of Elian Metals Corp. Elian said".
func (c *cutter) namedAnew(word, first string, i int) bool {
	switch word {
	case "Corp", "Inc", "Co", "Ltd", "Cos":
	default:
		return false
	}
	return len(first) > 2 && strings.Contains(c.s[c.start:i], " "+first+" ")
}

// letterOnly reports whether a capital letter before the full stop at i is a
// word and no initial: "you and I.", "vitamin C.".
func (c *cutter) letterOnly(word string, i int) bool {
	if len(word) != 1 {
		return false
	}
	before := wordBefore(strings.TrimRight(c.s[:i-1], " "))
	if word == "I" {
		return before != "" && strings.ToLower(before) == before
	}
	return strings.Contains(lettered, " "+strings.ToLower(before)+" ")
}

// lettered are the words that a single letter follows as a name of its own.
const lettered = " vitamin hepatitis plan type group class grade category section block gate room team exhibit terminal company appendix division "

// clockGoesOn reports whether a word after "p.m." belongs to the time: a day, a
// month, a time zone.
func clockGoesOn(word, rest string) bool {
	if strings.HasPrefix(rest, word+" time") || strings.HasPrefix(rest, word+" Time") || strings.ContainsAny(rest[:1], "-–—(/&0123456789") {
		return true
	}
	if len(word) >= 2 && len(word) <= 4 && strings.ToUpper(word) == word {
		return true
	}
	return strings.Contains(" Eastern Pacific Central Mountain Greenwich Monday Tuesday Wednesday Thursday Friday Saturday Sunday "+
		"January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec "+
		"Mon Tues Wed Thurs Fri Sat Sun ", " "+word+" ")
}

// openMarks may stand before a sentence's first word.
const openMarks = "“„‘‚\"'«‹([¿¡`—–-•*$£€¥#@"

// begins reports whether a sentence can begin with rest: its first letter is no
// small one.
func begins(rest string) bool {
	rest = strings.TrimLeft(rest, openMarks+" ")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && !unicode.IsLower(r) && !strings.ContainsRune(",;:)]", r)
}

// smallName reports whether rest begins with a name that is written small:
// "al-Sharif said", "iPhone sales".
func smallName(rest string) bool {
	if rest == "" || !strings.ContainsRune("aei", rune(rest[0])) {
		return false
	}
	word, _, _ := strings.Cut(rest[:min(len(rest), longestWord)], " ")
	for _, particle := range [...]string{"al-", "el-", "as-", "ash-", "an-", "ibn-"} {
		if after, ok := strings.CutPrefix(word, particle); ok {
			r, _ := utf8.DecodeRuneInString(after)
			return unicode.IsUpper(r)
		}
	}
	r, _ := utf8.DecodeRuneInString(word[min(1, len(word)):])
	return len(word) > 3 && (word[0] == 'i' || word[0] == 'e') && unicode.IsUpper(r)
}

// longestWord bounds the look at one word, in bytes, so that junk without
// spaces costs no more than prose.
const longestWord = 64

// wordBefore is the word at the end of s, with its inner dots: "U.S" of "the U.S".
func wordBefore(s string) string {
	i := len(s)
	for least := max(0, i-longestWord); i > least; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '.' && r != '°' {
			break
		}
		i -= size
	}
	return s[i:]
}

// firstWord is the first word of s without marks around it.
func firstWord(s string) string {
	s = strings.TrimLeft(s, openMarks)
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	if end < 0 {
		return s
	}
	return s[:end]
}

// quotesAtLength reports whether rest opens with a quotation of three words or
// more, which after "U.S." begins a sentence; a shorter one may be a nickname.
func quotesAtLength(rest string) bool {
	_, size := utf8.DecodeRuneInString(rest)
	if !strings.ContainsAny(rest[:size], "“‘\"«") {
		return false
	}
	head := rest[size:min(len(rest), 200)]
	if end := strings.IndexAny(head, "”’\"»"); end >= 0 {
		head = head[:end]
	}
	return strings.Count(head, " ") >= 2
}

// isEllipsis holds for three dots and more, and for the sign of its own.
func isEllipsis(mark string) bool {
	return strings.HasPrefix(mark, "...") || strings.HasPrefix(mark, "…") || strings.HasPrefix(mark, "..")
}

// spacedDots is the length of a run of two dots and more with spaces between,
// ". . .", at the head of s, with the spaces after it; 0 where there is none.
func spacedDots(s string) int {
	n := 0
	for strings.HasPrefix(s[n:], ". ") {
		n += 2
	}
	if s[n:] == "." {
		n++
	}
	if n < 3 {
		return 0
	}
	return n
}

// speechVerbs give a quotation to someone.
const speechVerbs = " said says asked added wrote told replied shouted cried called declared exclaimed warned insisted tweeted argued " +
	"noted explained answered continued recalled stressed demanded screamed yelled joked "

// attributed reports whether rest says whose the quotation before it is, with
// the name first: "Smith asked.", "Smith, the mayor, asked." After a full stop,
// which should have been a comma, the verb has to close the phrase.
func attributed(rest string, strict bool) bool {
	for range 5 {
		word := firstWord(rest)
		if word == "" || !strings.HasPrefix(rest, word) {
			return false
		}
		rest = rest[len(word):]
		if strings.Contains(speechVerbs, " "+word+" ") {
			closed := rest == "" || rest[0] == '.' || rest[0] == ','
			return closed || !strict && !strings.HasPrefix(rest, " that") && !strings.HasPrefix(rest, ":")
		}
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) || strings.Contains(subjects, " "+word+" ") || rest == "" {
			return false
		}
		switch rest[0] {
		case ' ', '.', '-':
			rest = strings.TrimLeft(rest, " .-")
		case ',':
			return apposed(rest)
		default:
			return false
		}
	}
	return false
}

// subjects are written small where they give a quotation to someone, so that a
// capital on them begins a sentence.
const subjects = " He She They It We I The A An This That But And "

// longestApposition is how much may stand between a name and its verb, in bytes.
const longestApposition = 120

// apposed reports whether an insertion between commas and then a verb of
// speaking that closes the phrase stand at the head of rest: ", 45, asked.".
func apposed(rest string) bool {
	rest = rest[:min(len(rest), longestApposition)]
	end := strings.IndexAny(rest, ".?!:;\"”“")
	if end < 0 {
		return false
	}
	last := strings.LastIndex(rest[:end], ", ")
	return last > 0 && strings.Contains(speechVerbs, " "+rest[last+2:end]+" ")
}
