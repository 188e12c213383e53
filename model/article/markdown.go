// This file takes the marks of Markdown off: headlines, quotations, list marks,
// emphasis and links. It is light: what does not look like a mark stays.

package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stripBlock takes the mark off the head of a line. level is that of a
// headline; item is true where the line begins a paragraph of its own.
func stripBlock(s string) (rest string, level int, item bool) {
	rest = s
	for strings.HasPrefix(rest, ">") {
		rest = strings.TrimLeft(rest[1:], " ")
	}
	hashes := len(rest) - len(strings.TrimLeft(rest, "#"))
	if hashes >= 1 && hashes <= 6 && strings.HasPrefix(rest[hashes:], " ") {
		return strings.Trim(rest[hashes:], " #"), hashes, true
	}
	for _, bullet := range [...]string{"* ", "- ", "+ ", "• ", "– ", "· ", "▪ ", "● "} {
		if after, ok := strings.CutPrefix(rest, bullet); ok {
			return strings.TrimLeft(after, " "), 0, true
		}
	}
	return rest, 0, false
}

// unmark takes emphasis and links off a paragraph. Marks are taken off in pairs
// only, so that a lone asterisk stays.
func unmark(s string) string {
	if strings.Contains(s, "](") {
		s = unlink(s)
	}
	for _, mark := range [...]string{"**", "__", "*", "_"} {
		s = unpair(s, mark)
	}
	return squeeze(s)
}

// longestAddress bounds what is read as the address of a link, in bytes.
const longestAddress = 2000

// unlink makes "[words](address)" the words, and drops the mark of an image.
func unlink(s string) string {
	var b strings.Builder
	for {
		middle := strings.Index(s, "](")
		if middle < 0 {
			break
		}
		open := strings.LastIndexByte(s[:middle], '[')
		address := s[middle+2 : min(len(s), middle+longestAddress)]
		end := strings.IndexByte(address, ')')
		if open < 0 || end < 0 || strings.Contains(address[:end], " ") && !strings.Contains(address[:end], " \"") {
			b.WriteString(s[:middle+2])
			s = s[middle+2:]
			continue
		}
		b.WriteString(strings.TrimSuffix(s[:open], "!"))
		b.WriteString(s[open+1 : middle])
		s = s[middle+2+end+1:]
	}
	b.WriteString(s)
	return b.String()
}

// unpair takes mark off where it opens before a word and closes after one.
func unpair(s, mark string) string {
	if strings.Count(s, mark) < 2 {
		return s
	}
	var b strings.Builder
	kept, open := 0, -1 // s[:kept] is in b but for marks; an open mark waits at s[open]
	for i := 0; i < len(s); i++ {
		if !strings.HasPrefix(s[i:], mark) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(mark):])
		first, last := i == 0, i+len(mark) == len(s)
		opens := (first || !wordRune(before)) && !last && !unicode.IsSpace(after) && !strings.ContainsRune(mark, after)
		closes := !first && !unicode.IsSpace(before) && (last || !wordRune(after))
		switch {
		case open >= 0 && closes && open+len(mark) < i:
			b.WriteString(s[kept:open])
			b.WriteString(s[open+len(mark) : i])
			kept, open = i+len(mark), -1
		case opens:
			open = i
		}
		i += len(mark) - 1
	}
	b.WriteString(s[kept:])
	return b.String()
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
