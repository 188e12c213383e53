// Package text holds what every stage does with running words: making text
// harmless, cutting it into tokens that keep their byte offsets, stems, and how
// much a word tells.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"doubletake/model"
)

// TokenKind tells words from numbers and the rest.
type TokenKind uint8

// The kinds of token.
const (
	Word   TokenKind = iota // letters, with inner apostrophes and dots ("don't", "U.S.", "G20")
	Number                  // digits, with inner points, commas and colons ("1,200", "3.5", "14:30")
	Mark                    // one punctuation mark or symbol
)

// Token is one word, number or mark of a text, in text order.
type Token struct {
	Span model.Span
	Text string // exactly as written
	Norm string // lower case, straight apostrophe, without a possessive 's
	Kind TokenKind
	// Glued is true where no space stands before the token: "13" "-" "year".
	Glued bool
}

// Upper reports whether the token begins with a capital letter.
func (t Token) Upper() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// Possessive reports whether the token is written with a possessive ending.
func (t Token) Possessive() bool {
	return t.Kind == Word && (strings.HasSuffix(t.Text, "'s") || strings.HasSuffix(t.Text, "’s") ||
		strings.HasSuffix(t.Text, "'S") || strings.HasSuffix(t.Text, "’S"))
}

// Tokens cuts the part of text that span covers into tokens whose offsets are
// those of text. A hyphen is a token of its own; "13th" is "13" and "th",
// "$1.2bn" is "$", "1.2" and "bn". Offsets fall on rune boundaries as long as
// span does.
func Tokens(text string, span model.Span) []Token {
	s := span.In(text)
	out := make([]Token, 0, len(s)/5+1)
	glued := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			i += size
			glued = false
			continue
		}
		end, kind := i+size, Mark
		switch {
		case isDigit(r):
			end, kind = number(s, i), Number
		case unicode.IsLetter(r) || unicode.IsMark(r):
			end, kind = word(s, i), Word
		}
		t := s[i:end]
		tok := Token{Span: model.Span{Start: span.Start + i, End: span.Start + end}, Text: t, Norm: t, Kind: kind, Glued: glued}
		if kind == Word {
			tok.Norm = Norm(t)
		}
		out = append(out, tok)
		glued = true
		i = end
	}
	return out
}

// Norm is the form in which words are compared: lower case, straight
// apostrophe, no possessive ending.
func Norm(w string) string {
	n := strings.ToLower(w)
	if strings.Contains(n, "’") {
		n = strings.ReplaceAll(n, "’", "'")
	}
	if len(n) > 2 {
		n = strings.TrimSuffix(n, "'s")
	}
	return strings.TrimSuffix(n, "'")
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == 'ʻ' }

// number is the end of the number that begins at i.
func number(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case isDigit(rune(c)):
			i++
		case (c == '.' || c == ',' || c == ':') && i+1 < len(s) && isDigit(rune(s[i+1])):
			i++
		default:
			return i
		}
	}
	return i
}

// word is the end of the word that begins at i. Inner apostrophes belong to the
// word, and so do the dots of "U.S." and "a.m."; digits belong to it after a
// letter ("G20"), though not after a currency ("SFr560m"); a closing quotation mark
// never does.
func word(s string, i int) int {
	start := i
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case isDigit(r) && currency(s[start:i]):
			return i
		case unicode.IsLetter(r) || unicode.IsMark(r) || isDigit(r):
			i += size
		case isApostrophe(r):
			next, _ := utf8.DecodeRuneInString(s[i+size:])
			if !unicode.IsLetter(next) {
				return i
			}
			i += size
		case r == '.':
			if !dotted(s, start, i) {
				return i
			}
			i += size
		default:
			return i
		}
	}
	return i
}

// currency reports whether letters before digits are the short name of a currency.
func currency(w string) bool {
	if len(w) < 2 || len(w) > 3 {
		return false
	}
	switch strings.ToLower(w) {
	case "sfr", "chf", "eur", "usd", "gbp", "jpy", "cny", "rmb", "inr", "rs", "rub", "uah", "cad", "aud", "nzd", "sek", "nok", "dkk", "skr", "nkr", "dkr", "pln", "czk", "huf", "rm", "cfa":
		return true
	}
	return false
}

// dotted reports whether the dot at i belongs to a run of single letters with
// dots that began at start: "U.S.", "a.m.", "J.K.". A lone "J." keeps its dot
// out, for it may end a sentence.
func dotted(s string, start, i int) bool {
	single := true // every dot so far follows exactly one letter
	letters, dots := 0, 0
	for _, r := range s[start:i] {
		if r == '.' {
			dots++
			letters = 0
			continue
		}
		letters++
		single = single && letters == 1 && unicode.IsLetter(r)
	}
	if !single || letters != 1 {
		return false
	}
	if dots > 0 {
		return true
	}
	next, size := utf8.DecodeRuneInString(s[i+1:])
	if !unicode.IsLetter(next) || i+1+size >= len(s) {
		return false
	}
	return s[i+1+size] == '.'
}
