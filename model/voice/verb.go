// This file decides whether a verb reports speech where it stands, and who its
// subject is.

package voice

import "doubletake/model/place"

// takes reports whether the verb at i takes what stands behind it, and tells nothing:
// "claimed 71 lives", "claimed his third title".
func (l *line) takes(i int, v verb) bool {
	if v.lemma != "claim" {
		return false
	}
	for k := i + 1; k < i+6 && !l.cut(k) && !l.comma(k) && !l.is(k, "that"); k++ {
		switch l.words[k].Norm {
		case "life", "lives", "victims", "title", "titles", "gold", "silver", "bronze", "medal", "medals", "win", "victory", "seat", "seats", "prize", "crown", "points", "wicket", "wickets", "asylum", "benefits", "expenses", "compensation", "refund":
			return true
		}
	}
	return false
}

// aNoun reports whether a verb of speech is a noun as well, so that its -s may be a plural.
func aNoun(lemma string) bool {
	switch lemma {
	case "write", "say", "tell", "add", "insist", "believe", "argue", "explain", "recall", "admit", "deny", "confirm", "announce", "describe", "reveal",
		"suggest", "maintain", "allege", "assert", "acknowledge", "concede", "reply", "respond", "warn", "think", "know", "declare", "conclude":
		return false
	}
	return true
}

// nounAt reports whether the cue at i is a noun or a participle here: "the
// report", "in answer to", "claims of", "a claimed attack".
func (l *line) nounAt(i int) bool {
	v := words().verbs[l.words[i].verb]
	w := l.words[i]
	if v.strength == speechCue {
		return l.has(i-1, preposition) && !l.comma(i-1) || l.is(i+1, "to") && (l.has(i+2, be) || l.is(i+2, "have")) // "said to be"
	}
	if l.has(i-1, article|degree|preposition) || i > 0 && l.words[i-1].Possessive() || l.is(i+1, "of") && v.lemma != "speak" {
		return true
	}
	if l.has(i-1, pronoun) {
		return false
	}
	if w.Norm == v.lemma && v.lemma != "put" { // a present tense: "officials claim", and not "a state", "they did not report"
		return !l.plural(i, v) && !l.has(i-1, relative)
	}
	if w.Norm == v.lemma+"s" && aNoun(v.lemma) { // "the ministry reports that", and not "police reports on"
		return l.has(i+1, auxiliary) || l.has(i+1, preposition) && !l.has(i+2, timeWord) || l.verbAfter(i+1)
	}
	return false
}

func (l *line) verbAfter(k int) bool {
	return !l.cut(k) && l.words[k].verb > 0 && l.words[k].entity == 0
}

// plural guesses whether the verb at i has a subject that takes "say" and not
// "says": by the noun before the first preposition.
func (l *line) plural(i int, v verb) bool {
	p, inherit, denied := l.before(i)
	if inherit || denied || p.empty() {
		return inherit && v.strength != citeCue
	}
	last := p.from
	for k := p.from; k < p.to && !l.comma(k) && (k == p.from || !l.has(k, preposition)); k++ {
		if l.has(k, unnamed|media|record|role) && isPlural(l.words[k].Norm) {
			return true
		}
		last = k
	}
	return isPlural(l.words[last].Norm)
}

func isPlural(w string) bool {
	switch w {
	case "they", "people", "police", "media", "data", "men", "women", "we":
		return true
	}
	return hasSuffix(w, "s") && !hasSuffix(w, "ss") && !hasSuffix(w, "us")
}

// passiveBy reports whether the verb at i is a passive that names its source:
// "first reported on Monday by the agency".
func (l *line) passiveBy(i int, v verb) bool {
	switch v.lemma {
	case "report", "announce", "confirm", "disclose", "reveal":
	default:
		return false
	}
	if !hasSuffix(l.words[i].Norm, "ed") {
		return false
	}
	k := i - 1
	for l.manner(k) || l.is(k, "first") {
		k--
	}
	if !l.has(k, be) {
		return false
	}
	for ; k >= 0 && !l.cut(k) && i-k < longestPhrase; k-- {
		if l.has(k, negation) {
			return false
		}
	}
	return true
}

// inverted is the subject behind the verb at i: "“…,” said the chief".
func (l *line) inverted(i int) (p phrase, next int, ok bool) {
	quote := l.quoted(i-1) || l.comma(i-1) && l.quoted(i-2)
	if !quote && !l.comma(i-1) || hasSuffix(l.words[i].Norm, "ing") || words().verbs[l.words[i].verb].lemma == "tell" {
		return p, 0, false
	}
	if l.has(i+1, pronoun) && (l.cut(i+2) || l.comma(i+2)) {
		return phrase{i + 1, i + 2}, i + 2, true
	}
	p, next = l.after(i + 1)
	if p.empty() || l.has(p.from, pronoun|other) && p.to == p.from+1 || !quote && l.has(p.from, pronoun) {
		return p, next, false
	}
	if quote {
		return p, next, !l.has(next, auxiliary) && !l.is(next, "that") && (l.cut(next) || !l.verbAfter(next))
	}
	for k := p.from; k < p.to; k++ {
		if l.pastForm(k) {
			return p, next, false // "…, reported the blast killed 16 people"
		}
	}
	if v := words().verbs[l.words[i].verb]; !l.known(p) || l.quoted(next) || v.strength > reportCue || v.strength == reportCue && !l.cut(next) && !(l.comma(next) && l.has(next+1, relative)) {
		return p, next, false
	}
	switch {
	case l.cut(next):
		return p, next, true
	case l.comma(next) && l.has(next+1, relative):
		return p, next, !l.clean(i)
	case l.comma(next), l.has(next, relative|participle|timeWord|preposition):
		return p, next, !l.clean(i) && !l.clauseFollows(next)
	}
	return p, next, false
}

// clean reports whether a noun phrase with an insertion stands right before the
// verb at i, which makes an inversion unlikely.
func (l *line) clean(i int) bool {
	if !l.comma(i-1) || !l.apposed(i-1) {
		return false
	}
	p := l.apposition(i - 1)
	if p.empty() || !l.known(p) {
		return false
	}
	for k := p.from; k < p.to && !l.comma(k); k++ {
		if l.words[k].entity == 0 && (l.has(k, auxiliary) || l.pastForm(k)) {
			return false
		}
	}
	if l.asserts(p.from, i) {
		return false // "the man, a student, had been shot, said a doctor"
	}
	return p.from == 0 || l.cut(p.from-1) || l.comma(p.from-1) || l.has(p.from-1, conjunction|subordinate|timeWord) || l.is(p.from-1, "with")
}

// asserts reports whether an auxiliary stands in the words [from, to) outside a
// relative clause: then they are a clause of their own and no subject of what follows.
func (l *line) asserts(from, to int) bool {
	inside := false
	for k := from; k < to; k++ {
		switch {
		case l.comma(k):
			inside = false
		case l.has(k, relative):
			inside = true
		case !inside && l.words[k].entity == 0 && l.has(k, auxiliary):
			return true
		}
	}
	return false
}

// clauseFollows reports whether a finite verb stands between k and the next
// comma or cut, outside a relative clause.
func (l *line) clauseFollows(k int) bool {
	if l.comma(k) || l.has(k, relative) {
		return false
	}
	for ; !l.cut(k) && !l.comma(k); k++ {
		if l.has(k, auxiliary) || l.pastForm(k) {
			return true
		}
	}
	return false
}

// known reports whether a phrase can be a source by its words: a mention, a
// party noun, a pronoun or a capitalised name.
func (l *line) known(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if l.words[k].entity > 0 || l.has(k, party|pronoun) || l.capital(k) {
			return true
		}
	}
	return false
}

// reports decides whether the verb at i reports what its subject p says.
func (l *line) reports(p phrase, i int, v verb, inverted bool) bool {
	if p.to == p.from+1 && l.has(p.from, other) && !l.is(p.from, "it") || p.to-p.from == 1 && l.has(p.from, article|degree) && !l.has(p.from, unnamed) {
		return false
	}
	switch l.words[p.from].Norm {
	case "neither", "no", "nobody", "none", "nothing", "few":
		return false
	}
	known := l.known(p) || l.is(p.from, "it")
	if v.strength == reportCue && hasSuffix(l.words[i].Norm, "ing") && !l.comma(i-1) {
		v.strength = quoteCue // "left analysts speculating about"
	}
	switch v.strength {
	case speechCue:
		return known || !l.has(p.from, listener) && p.to-p.from <= 8
	case countCue:
		return l.counts(p, i)
	}
	if inverted {
		return known
	}
	that, quote := l.opens(i)
	switch {
	case quote && known, that && (known || v.strength == reportCue), known && l.inserted(p, i):
		return true
	case v.strength == reportCue && !hasSuffix(l.next(i), "self") && !hasSuffix(l.next(i), "selves"):
		return l.namedIn(p) || l.anyOf(p, party|pronoun) || l.nationIn(p)
	}
	return l.speaksByItself(v) && l.anyOf(p, record)
}

// next is the word after i, in lower case.
func (l *line) next(i int) string {
	if l.cut(i + 1) {
		return ""
	}
	return l.words[i+1].Norm
}

// nationIn reports whether a country or a capital stands in p.
func (l *line) nationIn(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if !l.capital(k) {
			continue
		}
		if _, ok := place.NationOf(l.words[k].Norm); ok {
			return true
		}
		if l.capital(k + 1) {
			if _, ok := place.NationOf(l.words[k].Norm + " " + l.words[k+1].Norm); ok {
				return true
			}
		}
	}
	return false
}

// speaksByItself holds for verbs that records and figures take.
func (l *line) speaksByItself(v verb) bool {
	switch v.lemma {
	case "show", "find", "indicate", "suggest", "reveal":
		return true
	}
	return false
}

func (l *line) anyOf(p phrase, f flag) bool {
	for k := p.from; k < p.to; k++ {
		if l.has(k, f) {
			return true
		}
	}
	return false
}

// counts reports whether the body p gives a figure with the verb at i: "put the
// number at three", "recorded 18 knots".
func (l *line) counts(p phrase, i int) bool {
	if l.is(i, "put") || l.is(i, "puts") {
		if l.is(i+1, "it") && (l.comma(i+2) || l.cut(i+2)) { // "as one engineer put it,"
			return l.known(p)
		}
		return l.known(p) && l.putAt(i)
	}
	if !l.anyOf(p, body|media) && !l.mentionsBody(p) && (p.to-p.from < 2 || l.namedIn(p) || !l.properName(p.from, p.to)) {
		return false
	}
	for k := i + 1; k < len(l.words) && k < i+9 && !l.cut(k); k++ {
		if l.figure(k) {
			return true
		}
	}
	return false
}

// putAt reports whether what the verb at i puts is put at a figure: "put the value of
// the contract at €3.6 billion".
func (l *line) putAt(i int) bool {
	for k := i + 1; k < len(l.words) && k < i+9 && !l.cut(k); k++ {
		if l.is(k, "at") {
			for n := k + 1; n < k+6; n++ { // "at more than €3.5 billion"
				if l.figure(n) {
					return true
				}
			}
			return false
		}
	}
	return false
}

func (l *line) mentionsBody(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if e := l.words[k].entity; e > 0 && !l.entities[e-1].Person {
			return true
		}
	}
	return false
}

// opens reports whether a "that" or a quotation follows the verb at i in its clause.
func (l *line) opens(i int) (that, quote bool) {
	for k := i + 1; k < len(l.words) && k < i+16; k++ {
		switch {
		case l.quoted(k):
			return that, true
		case l.stop(k):
			return that, false
		case l.is(k, "that") && (k == i+1 || k < i+9 && (l.has(i+1, preposition|listener|adverb|timeWord|pronoun|article) || l.words[i+1].entity > 0)):
			that = that || k == i+1 || !l.has(i+1, article) || l.has(i+2, listener|party)
		case !l.cut(k) && k > i+1 && l.words[k].verb > 0 && words().verbs[l.words[k].verb].strength == speechCue:
			return that, false
		}
	}
	return that, false
}

// inserted reports whether "X says" stands between commas, or ends the sentence
// after one.
func (l *line) inserted(p phrase, i int) bool {
	if i < p.from || p.from == 0 || !l.comma(p.from-1) && !l.quoted(p.from-1) {
		return false
	}
	if l.closesSpeech(p.from - 1) {
		return true
	}
	k := i + 1
	for l.has(k, timeWord) || l.manner(k) {
		k++
	}
	return l.comma(k) || l.cut(k) || l.has(k, preposition) && l.quoted(p.from-1)
}

// closesSpeech reports whether a quotation ends at k in the way speech does: with
// a mark of its own before the closing one.
func (l *line) closesSpeech(k int) bool {
	if !l.quoted(k) || !l.quoted(k-1) {
		return false
	}
	switch l.words[k-1].Text {
	case ",", "!", "?", ".", "…":
		return true
	}
	return false
}

// head is the subject of the claim up to the verb at i, for verbs that share it.
func (l *line) head(i int) phrase {
	from := 0
	for from < i && l.cut(from) {
		from++
	}
	if l.has(from, preposition|subordinate|adverb|timeWord) { // "Meanwhile, the channel", "In Kyiv, officials"
		for k := from + 1; k < i && k < from+longestPhrase; k++ {
			if l.comma(k) {
				if p := l.headFrom(k+1, i); !p.empty() {
					return p
				}
				break
			}
		}
	}
	return l.headFrom(from, i)
}

// headFrom is the noun phrase that begins at from, up to the first verb before i.
func (l *line) headFrom(from, i int) phrase {
	p := l.trim(phrase{from, min(i, from+longestPhrase)})
	for k := p.from; k < p.to; k++ {
		if l.words[k].entity > 0 {
			continue
		}
		if l.cut(k) || l.comma(k) || l.has(k, auxiliary|adverb|relative|subordinate) || l.pastForm(k) || l.verbAfter(k) && k > p.from {
			p.to = k
		}
	}
	if p.empty() || p.to-p.from > 12 || !l.known(p) {
		return phrase{}
	}
	return p
}
