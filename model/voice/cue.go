// This file walks the words of one claim and takes each cue with its source.

package voice

import (
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/place"
)

// attribute adds the sources of the claim in f.line, and who is silent in it.
func (f *finder) attribute() {
	l := &f.line
	f.memory.meet(l)
	first := len(f.sources)
	for i := 0; i < len(l.words); i++ {
		w := &l.words[i]
		if w.quoted {
			continue
		}
		if w.flags&silenceStart != 0 {
			if end := l.longest(i, words().silences); end > 0 {
				i = f.silence(i, end) - 1
				continue
			}
		}
		switch {
		case l.is(i, "according") && l.is(i+1, "to"):
			i = f.accordingTo(i) - 1
		case l.is(i, "by"):
			f.byCount(i)
		case w.verb > 0:
			f.cue(i)
		}
	}
	if len(f.sources) == first {
		f.colon()
	}
	if len(f.sources) == first {
		f.statement()
	}
	f.finish(first)
	f.reasons(first)
	f.memory.pass(l, f.sources[first:])
}

// finish says who passes whom on, and which part of the claim each source has.
func (f *finder) finish(first int) {
	mine := f.sources[first:]
	whole := f.claims[f.line.claim].Span
	for i := range mine {
		mine[i].Content = whole
		if mine[i].Via == pending {
			mine[i].Via = -1
			for j := range mine[:min(len(mine), near)] {
				if j != i && mine[j].Via == -1 && !mine[j].Channel {
					mine[i].Via = first + j
					break
				}
			}
		}
	}
	f.share(mine)
}

// pending marks a cited source whose outlet is not known yet.
const pending = -2

// share divides a claim between the sources that speak for themselves: each has
// what follows its cue, or what stands before it where nothing follows.
func (f *finder) share(mine []Source) {
	last := -1
	for i := range mine {
		if mine[i].Via >= 0 || mine[i].Channel {
			continue
		}
		if last >= 0 {
			at := max(mine[last].Text.End, mine[last].Cue.End)
			if from := min(mine[i].Text.Start, start(mine[i].Cue, mine[i].Text)); f.trailing(from, mine[i]) {
				mine[i].Content.Start = at
			} else if at <= from {
				mine[i].Content.Start = from
			}
			if mine[i].Content.Start > mine[last].Content.Start {
				mine[last].Content.End = mine[i].Content.Start
			}
		}
		last = i
	}
}

func start(a, b model.Span) int {
	if a.Empty() {
		return b.Start
	}
	return a.Start
}

// trailing reports whether a source stands behind what it says: a comma before
// it and the end of a sentence after.
func (f *finder) trailing(from int, s Source) bool {
	l := &f.line
	end := max(s.Text.End, s.Cue.End)
	k, _ := slices.BinarySearchFunc(l.words, end, func(w word, end int) int { return w.Span.Start - end })
	return l.cut(k) && !l.quoted(k) && from > 0
}

// cue takes the verb at i with its subject, if it reports speech here.
func (f *finder) cue(i int) {
	l := &f.line
	v := words().verbs[l.words[i].verb]
	if l.nounAt(i) {
		return
	}
	if v.strength == citeCue {
		f.cite(i, v)
		return
	}
	if l.passiveBy(i, v) {
		f.passive(i, v)
		return
	}
	if p, next, ok := l.inverted(i); ok && l.reports(p, i, v, true) {
		f.add(p, phrase{i, i + 1}, v)
		l.floor = next
		return
	}
	p, inherit, denied := l.before(i)
	if denied {
		return
	}
	if inherit || p.empty() {
		if !inherit {
			return
		}
		at := l.start(i)
		if l.comma(i - 1) {
			at = l.start(i - 1)
		}
		if at > 0 && at == l.floor && f.sourced() {
			return // "X thanked the hosts but called it …"
		}
		if !l.has(at, preposition|subordinate|participle) {
			p = l.headFrom(at, i)
		}
		if p.empty() && !f.sourced() {
			p = l.head(i)
		}
	}
	if p.empty() || !l.reports(p, i, v, false) {
		return
	}
	f.add(p, phrase{i, i + 1}, v)
	l.floor = i + 1
	if v.lemma == "tell" {
		f.told(i, v)
	}
}

// told takes the outlet that somebody told something, after the verb at i.
func (f *finder) told(i int, v verb) {
	l := &f.line
	p := phrase{i + 1, i + 1}
	for l.has(p.to, article) {
		p.to++
	}
	if p.to >= len(l.words) || l.words[p.to].entity == 0 && !l.capital(p.to) {
		if !l.has(p.to, media) || p.to == p.from {
			return
		}
		p.to++ // "told the newspaper that", "told the newspaper Tribune"
	}
	for p.to < len(l.words) && !l.cut(p.to) && (l.words[p.to].entity > 0 || l.capital(p.to) || l.figure(p.to) || l.has(p.to, media|body)) {
		if e := l.words[p.to].entity; e > 0 && l.entities[e-1].Person {
			return
		}
		p.to++
	}
	last := l.words[p.to-1]
	if l.anyOf(p, media|body) || l.mentionsBody(p) || l.figure(p.to-1) || len(last.Text) > 1 && last.Text == strings.ToUpper(last.Text) {
		f.channel(p, i, v)
	}
}

// channel adds the outlet p as the way by which a source is heard.
func (f *finder) channel(p phrase, i int, v verb) {
	last, people := f.memory.last, f.memory.body
	if f.add(p, phrase{i, i + 1}, v) {
		f.sources[len(f.sources)-1].Channel = true
	}
	f.memory.last, f.memory.body = last, people
}

// sourced reports whether the claim has a source already.
func (f *finder) sourced() bool {
	n := len(f.sources)
	return n > 0 && f.sources[n-1].Claim == f.line.claim
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
	if w.Norm == v.lemma+"s" { // "the ministry reports that", and not "police reports on"
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

// passive takes the source after "by".
func (f *finder) passive(i int, v verb) {
	l := &f.line
	for k := i + 1; k < len(l.words) && k < i+8 && !l.cut(k); k++ {
		if !l.is(k, "by") {
			continue
		}
		if p, next := l.after(k + 1); !p.empty() && l.known(p) {
			f.add(p, phrase{i, k + 1}, v)
			l.floor = next
		}
		return
	}
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
	if p.empty() || l.has(p.from, pronoun|other) && p.to == p.from+1 {
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
	if v := words().verbs[l.words[i].verb]; !l.known(p) || l.quoted(next) || v.strength > reportCue || v.strength == reportCue && !l.cut(next) {
		return p, next, false
	}
	switch {
	case l.cut(next):
		return p, next, true
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
	return p.from == 0 || l.cut(p.from-1) || l.comma(p.from-1) || l.has(p.from-1, conjunction|subordinate|timeWord)
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
	if !l.anyOf(p, body|media) && !l.mentionsBody(p) && (p.to-p.from < 2 || l.namedIn(p) || !l.properName(p.from, p.to)) {
		return false
	}
	for k := i + 1; k < len(l.words) && k < i+9 && !l.cut(k); k++ {
		if l.is(i, "put") || l.is(i, "puts") {
			if l.is(k, "at") {
				return true
			}
			continue
		}
		if l.figure(k) {
			return true
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

// accordingTo takes the source of "according to" at i, and returns the word after it.
func (f *finder) accordingTo(i int) int {
	l := &f.line
	cue := verb{lemma: "according to"}
	if l.is(i+2, "him") || l.is(i+2, "her") && !l.capital(i+3) && (l.comma(i+3) || l.cut(i+3)) || l.is(i+2, "them") {
		f.add(phrase{i + 2, i + 3}, phrase{i, i + 2}, cue)
		return i + 3
	}
	p, next := l.after(i + 2)
	if p.empty() {
		return i + 2
	}
	if l.cut(i-1) && !l.comma(next) && !l.cut(next) { // "According to X, the ministers met": no apposition without its second comma
		for k := p.from; k < p.to; k++ {
			if l.comma(k) {
				p.to, next = k, k
				break
			}
		}
	}
	f.add(p, phrase{i, i + 2}, cue)
	l.floor = next
	return next
}

// byCount takes the source of "by the ministry's count".
func (f *finder) byCount(i int) {
	l := &f.line
	for k := i + 2; k < len(l.words) && k < i+10 && !l.cut(k); k++ {
		switch l.words[k].Norm {
		case "count", "tally", "estimate", "estimates", "reckoning", "calculation", "calculations", "account":
			if end := k; l.words[k-1].Possessive() || l.is(k-1, "'") || l.is(k-1, "’") {
				if !l.words[k-1].Possessive() {
					end--
				}
				f.add(phrase{i + 1, min(end, k)}, phrase{i, i + 1}, verb{lemma: "by count"})
			}
			return
		}
	}
}

// cite takes the source that the verb at i cites, and the outlet that cites it.
func (f *finder) cite(i int, v verb) {
	l := &f.line
	outlet, _, denied := l.before(i)
	if denied {
		return
	}
	p, next := l.after(i + 1)
	if p.empty() || !l.anyOf(p, unnamed|media|record|role) && !l.namedIn(p) {
		return
	}
	gerund := hasSuffix(l.words[i].Norm, "ing")
	if !gerund {
		for k := p.from; k < p.to; k++ {
			if l.is(k, "for") || l.is(k, "at") { // cited the owner for violations
				return
			}
		}
	}
	if gerund {
		outlet = l.head(i)
	}
	if !outlet.empty() && !f.sourced() && (l.anyOf(outlet, body|media) || l.mentionsBody(outlet) || !gerund && l.known(outlet)) {
		f.add(outlet, phrase{i, i + 1}, v)
	}
	if f.add(p, phrase{i, i + 1}, v) {
		f.sources[len(f.sources)-1].Via = pending
	}
	if !l.comma(i-1) || !l.comma(next) {
		l.floor = next
	}
}

// namedIn reports whether a person or body is mentioned in p.
func (l *line) namedIn(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if l.words[k].entity > 0 {
			return true
		}
	}
	return false
}

// colon takes the source of "X: “…”" and of "X spoke to reporters: “…”".
func (f *finder) colon() {
	l := &f.line
	for k := 1; k < len(l.words); k++ {
		if l.words[k].Text != ":" || l.quoted(k) {
			continue
		}
		if k+1 < len(l.words) && !l.quoted(k+1) {
			continue
		}
		from := k
		for from > 0 && !l.cut(from-1) {
			from--
		}
		p := l.head(k)
		if p.from < from || p.empty() {
			p = phrase{from, k}
		}
		if p.to-p.from <= 8 && l.known(p) {
			f.add(p, phrase{}, verb{})
		}
		return
	}
}

// statement takes the subject of a claim that says "in a statement" and has no
// reporting verb: "X welcomed the step in a statement".
func (f *finder) statement() {
	l := &f.line
	for k := 3; k < len(l.words); k++ {
		if !l.is(k, "statement") && !l.is(k, "interview") && !l.is(k, "tweet") && !l.is(k, "communique") && !l.is(k, "communiqué") {
			continue
		}
		at := k - 1
		for at > 0 && k-at < 4 && !l.is(at, "in") {
			at--
		}
		if !l.is(at, "in") || l.cut(k) {
			continue
		}
		if p := l.head(at); !p.empty() {
			f.add(p, phrase{at, k + 1}, verb{lemma: "in a statement"})
		}
		return
	}
}
