// This file is Snowball's English stemmer (Porter 2, as its authors publish it at
// snowballstem.org/algorithms/english/stemmer.html), on bytes: a long article
// asks for the stems of a hundred thousand words.

package text

import "strings"

// porter is a word while it is stemmed; a "Y" in it is a consonant.
type porter struct {
	b      []byte
	r1, r2 int // where the two regions begin in which endings are taken off
}

// specialStems are words that the rules would get wrong.
var specialStems = map[string]string{
	"skis": "ski", "skies": "sky", "sky": "sky", "dying": "die", "lying": "lie", "tying": "tie",
	"idly": "idl", "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl",
	"news": "news", "howe": "howe", "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes",
	"inning": "inning", "innings": "inning", "outing": "outing", "outings": "outing", "canning": "canning", "cannings": "canning",
	"herring": "herring", "herrings": "herring", "earring": "earring", "earrings": "earring",
	"proceed": "proceed", "proceeds": "proceed", "proceeded": "proceed", "proceeding": "proceed",
	"exceed": "exceed", "exceeds": "exceed", "exceeded": "exceed", "exceeding": "exceed",
	"succeed": "succeed", "succeeds": "succeed", "succeeded": "succeed", "succeeding": "succeed",
}

// porterStem is the stem of a word of lower-case letters and apostrophes of up to
// longestStemmed bytes; it may be "" where nothing but apostrophes is given.
func porterStem(word string) string {
	if len(word) <= 2 {
		return word
	}
	if s, ok := specialStems[word]; ok {
		return s
	}
	var room [longestStemmed + 8]byte // the rules add a letter at most
	w := porter{b: append(room[:0], word...)}
	w.prepare()
	w.apostrophe()
	w.plural()
	w.past()
	w.finalY()
	if w.endsIn("ilmnrs") {
		w.replace(derived[:])
	}
	if w.endsIn("eils") {
		w.replace(derivedAgain[:])
	}
	w.residue()
	w.finalE()
	for i, c := range w.b {
		if c == 'Y' {
			w.b[i] = 'y'
		}
	}
	if strings.HasPrefix(word, string(w.b)) { // most stems are: no new string
		return word[:len(w.b)]
	}
	return string(w.b)
}

func vowel(c byte) bool {
	return c == 'e' || c == 'a' || c == 'i' || c == 'o' || c == 'u' || c == 'y'
}

// prepare takes leading apostrophes off but for one of a word of nothing else,
// marks the consonants among the y's and finds the regions.
func (w *porter) prepare() {
	for len(w.b) > 1 && w.b[0] == '\'' {
		w.b = w.b[1:]
	}
	for i, c := range w.b {
		if c == 'y' && (i == 0 || vowel(w.b[i-1])) {
			w.b[i] = 'Y'
		}
	}
	w.r1 = -1
	for _, prefix := range [...]string{"gener", "commun", "arsen"} {
		if strings.HasPrefix(string(w.b), prefix) {
			w.r1 = len(prefix)
		}
	}
	if w.r1 < 0 {
		w.r1 = w.region(0)
	}
	w.r2 = w.region(w.r1)
}

// region begins behind the first consonant that follows a vowel at or behind from.
func (w *porter) region(from int) int {
	for i := from + 1; i < len(w.b); i++ {
		if vowel(w.b[i-1]) && !vowel(w.b[i]) {
			return i + 1
		}
	}
	return len(w.b)
}

// ends reports whether the word ends in suffix; most are told by their last letter.
func (w *porter) ends(suffix string) bool {
	n := len(w.b) - len(suffix)
	return n >= 0 && w.b[len(w.b)-1] == suffix[len(suffix)-1] && string(w.b[n:]) == suffix
}

// endsIn reports whether the last letter is one of those given: most words are told so
// to have none of a step's endings.
func (w *porter) endsIn(letters string) bool {
	return len(w.b) > 0 && strings.IndexByte(letters, w.b[len(w.b)-1]) >= 0
}

// first is the first of the suffixes that the word ends in, "" for none.
func (w *porter) first(suffixes ...string) string {
	for _, s := range suffixes {
		if w.ends(s) {
			return s
		}
	}
	return ""
}

// end puts another ending in the place of the last n bytes.
func (w *porter) end(n int, ending string) {
	w.b = append(w.b[:len(w.b)-n], ending...)
	w.r1, w.r2 = min(w.r1, len(w.b)), min(w.r2, len(w.b))
}

// hasVowel reports whether a vowel stands before position end.
func (w *porter) hasVowel(end int) bool {
	for i := 0; i < end; i++ {
		if vowel(w.b[i]) {
			return true
		}
	}
	return false
}

// shortSyllable reports whether the bytes before position end close with a short
// syllable: "rap", "trap", "ow" at the beginning.
func (w *porter) shortSyllable(end int) bool {
	switch {
	case end == 2:
		return vowel(w.b[0]) && !vowel(w.b[1])
	case end >= 3:
		c := w.b[end-1]
		return !vowel(c) && c != 'w' && c != 'x' && c != 'Y' && vowel(w.b[end-2]) && !vowel(w.b[end-3])
	}
	return false
}

// apostrophe is step 0.
func (w *porter) apostrophe() {
	if w.endsIn("'s") {
		w.end(len(w.first("'s'", "'s", "'")), "")
	}
}

// plural is step 1a.
func (w *porter) plural() {
	if !w.endsIn("ds") {
		return
	}
	switch suffix := w.first("sses", "ied", "ies", "us", "ss", "s"); suffix {
	case "sses":
		w.end(2, "")
	case "ied", "ies":
		if len(w.b) > 4 {
			w.end(2, "")
		} else {
			w.end(1, "")
		}
	case "s":
		if w.hasVowel(len(w.b) - 2) {
			w.end(1, "")
		}
	}
}

// past is step 1b.
func (w *porter) past() {
	if !w.endsIn("dgy") {
		return
	}
	suffix := w.first("eedly", "ingly", "edly", "ing", "eed", "ed")
	switch suffix {
	case "":
		return
	case "eed", "eedly":
		if len(suffix) <= len(w.b)-w.r1 {
			w.end(len(suffix), "ee")
		}
		return
	}
	if !w.hasVowel(len(w.b) - len(suffix)) {
		return
	}
	r1, r2 := w.r1, w.r2
	w.end(len(suffix), "")
	switch w.first("at", "bl", "iz", "bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt") {
	case "":
		if w.r1 >= len(w.b) && w.shortSyllable(len(w.b)) {
			w.b = append(w.b, 'e')
			r1, r2 = len(w.b), len(w.b)
		}
	case "at", "bl", "iz":
		w.b = append(w.b, 'e')
	default:
		w.b = w.b[:len(w.b)-1]
	}
	w.r1, w.r2 = min(r1, len(w.b)), min(r2, len(w.b))
}

// finalY is step 1c.
func (w *porter) finalY() {
	if n := len(w.b); n > 2 && (w.b[n-1] == 'y' || w.b[n-1] == 'Y') && !vowel(w.b[n-2]) {
		w.b[n-1] = 'i'
	}
}

// ending is a suffix and what takes its place in the first region; after are the
// letters one of which has to stand before it, "" where any may; second confines it
// to the second region.
type ending struct {
	suffix, instead, after string
	second                 bool
}

// derived are the endings of step 2, longer ones first.
var derived = [...]ending{
	{suffix: "ational", instead: "ate"}, {suffix: "fulness", instead: "ful"}, {suffix: "iveness", instead: "ive"},
	{suffix: "ization", instead: "ize"}, {suffix: "ousness", instead: "ous"}, {suffix: "biliti", instead: "ble"},
	{suffix: "lessli", instead: "less"}, {suffix: "tional", instead: "tion"}, {suffix: "alism", instead: "al"},
	{suffix: "aliti", instead: "al"}, {suffix: "ation", instead: "ate"}, {suffix: "entli", instead: "ent"},
	{suffix: "fulli", instead: "ful"}, {suffix: "iviti", instead: "ive"}, {suffix: "ousli", instead: "ous"},
	{suffix: "anci", instead: "ance"}, {suffix: "abli", instead: "able"}, {suffix: "alli", instead: "al"},
	{suffix: "ator", instead: "ate"}, {suffix: "enci", instead: "ence"}, {suffix: "izer", instead: "ize"},
	{suffix: "bli", instead: "ble"}, {suffix: "ogi", instead: "og", after: "l"}, {suffix: "li", after: "cdeghkmnrt"},
}

// derivedAgain are the endings of step 3, longer ones first.
var derivedAgain = [...]ending{
	{suffix: "ational", instead: "ate"}, {suffix: "tional", instead: "tion"}, {suffix: "alize", instead: "al"},
	{suffix: "icate", instead: "ic"}, {suffix: "ative", second: true}, {suffix: "iciti", instead: "ic"},
	{suffix: "ical", instead: "ic"}, {suffix: "ful"}, {suffix: "ness"},
}

// replace changes the first of the endings that the word has, where it may.
func (w *porter) replace(endings []ending) {
	for i := range endings {
		e := &endings[i]
		if !w.ends(e.suffix) {
			continue
		}
		start := len(w.b) - len(e.suffix)
		if start < w.r1 || e.second && start < w.r2 || e.after != "" && (start == 0 || strings.IndexByte(e.after, w.b[start-1]) < 0) {
			return
		}
		w.end(len(e.suffix), e.instead)
		return
	}
}

// residue is step 4.
func (w *porter) residue() {
	if !w.endsIn("ceilmnrst") {
		return
	}
	suffix := w.first("ement", "ance", "ence", "able", "ible", "ment", "ent", "ant", "ism", "ate", "iti", "ous", "ive",
		"ize", "ion", "al", "er", "ic")
	start := len(w.b) - len(suffix)
	if start < w.r2 || suffix == "ion" && (start == 0 || w.b[start-1] != 's' && w.b[start-1] != 't') {
		return
	}
	w.end(len(suffix), "")
}

// finalE is step 5.
func (w *porter) finalE() {
	last := len(w.b) - 1
	if w.r1 > last {
		return
	}
	switch {
	case w.b[last] == 'e' && (w.r2 <= last || !w.shortSyllable(last)),
		w.b[last] == 'l' && w.r2 <= last && last > 0 && w.b[last-1] == 'l':
		w.end(1, "")
	}
}
