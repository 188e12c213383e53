// This file turns any letter into plain Latin ones.

package name

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold is r as lower-case letters a to z and digits. What has no Latin form
// comes back as "" with ok false; marks and apostrophes as "" with ok true.
// Cyrillic and Greek are romanised in the plainest way, which data/letters.txt
// then relates to the others; there is none for Arabic or Chinese writing.
func fold(r rune) (s string, ok bool) {
	if s, ok := special[r]; ok {
		return s, true
	}
	if unicode.IsMark(r) || apostrophe(r) {
		return "", true
	}
	var buf [utf8.UTFMax]byte
	d := norm.NFD.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition()
	if len(d) == 0 {
		return "", false
	}
	switch base, _ := utf8.DecodeRune(d); {
	case base >= 'A' && base <= 'Z':
		return letters[base-'A':][:1], true
	case base >= 'a' && base <= 'z':
		return letters[base-'a':][:1], true
	default:
		s, ok := special[base]
		return s, ok
	}
}

const letters = "abcdefghijklmnopqrstuvwxyz"

func apostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', 'ʿ', 'ʾ', '`', '´', '′', 'ˈ':
		return true
	}
	return false
}

func dash(r rune) bool {
	switch r {
	case '-', '‐', '‑', '‒', '–', '—', '−', '・', '·':
		return true
	}
	return false
}

// special are the letters that do not decompose to a Latin one.
var special = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o", 'đ': "d", 'Đ': "d",
	'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", 'ł': "l", 'Ł': "l", 'ı': "i", 'ħ': "h", 'Ħ': "h", 'ŋ': "ng", 'Ŋ': "ng",
	'ə': "a", 'Ə': "a", 'ŀ': "l", 'ƙ': "k", 'ɗ': "d", 'ɓ': "b", 'ŧ': "t",

	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "y", 'к': "k",
	'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh",
	'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "yu", 'я': "ya", 'ё': "yo",
	'і': "i", 'ї': "yi", 'є': "ye", 'ґ': "g", 'ў': "w", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "c", 'ђ': "dj", 'џ': "dz",
	'А': "a", 'Б': "b", 'В': "v", 'Г': "g", 'Д': "d", 'Е': "e", 'Ж': "zh", 'З': "z", 'И': "i", 'Й': "y", 'К': "k",
	'Л': "l", 'М': "m", 'Н': "n", 'О': "o", 'П': "p", 'Р': "r", 'С': "s", 'Т': "t", 'У': "u", 'Ф': "f", 'Х': "kh",
	'Ц': "ts", 'Ч': "ch", 'Ш': "sh", 'Щ': "shch", 'Ъ': "", 'Ы': "y", 'Ь': "", 'Э': "e", 'Ю': "yu", 'Я': "ya", 'Ё': "yo",
	'І': "i", 'Ї': "yi", 'Є': "ye", 'Ґ': "g", 'Ў': "w", 'Ј': "j", 'Љ': "lj", 'Њ': "nj", 'Ћ': "c", 'Ђ': "dj", 'Џ': "dz",

	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l",
	'μ': "m", 'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t", 'υ': "y", 'φ': "f",
	'χ': "ch", 'ψ': "ps", 'ω': "o",
	'Α': "a", 'Β': "v", 'Γ': "g", 'Δ': "d", 'Ε': "e", 'Ζ': "z", 'Η': "i", 'Θ': "th", 'Ι': "i", 'Κ': "k", 'Λ': "l",
	'Μ': "m", 'Ν': "n", 'Ξ': "x", 'Ο': "o", 'Π': "p", 'Ρ': "r", 'Σ': "s", 'Τ': "t", 'Υ': "y", 'Φ': "f",
	'Χ': "ch", 'Ψ': "ps", 'Ω': "o",
}
