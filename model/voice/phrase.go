// This file finds the noun phrase that a cue belongs to: before the verb, after
// it, or on the other side of an apposition.

package voice

import "doubletake/model/text"

// phrase is a range of words [from, to) of the line. The zero phrase is none.
type phrase struct{ from, to int }

func (p phrase) empty() bool { return p.to <= p.from }

// before is the subject of the verb at i, standing in front of it. inherit is
// true where the verb shares its subject with an earlier one ("… and noted
// that"), denied where it is negated, passive or an infinitive.
func (l *line) before(i int) (p phrase, inherit, denied bool) {
	j := i - 1
	if end, ok := l.quotedBy(j); ok { // was quoted as saying, was quoted by the agency as saying
		return l.endingAt(end), false, false
	}
	if hasSuffix(l.words[i].Norm, "ing") && (l.is(j, "heard") || l.is(j, "seen") || l.pastForm(j)) && l.has(j-1, be) { // can be heard saying
		for j--; l.has(j, auxiliary|adverb); j-- {
		}
		return l.endingAt(j + 1), false, false
	}
	passive := false
	for ; j >= l.floor && !l.cut(j) && (l.has(j, auxiliary|negation) || l.manner(j)) && l.words[j].entity == 0; j-- {
		if l.has(j, negation) || l.has(j, modal) && !l.is(j, "would") && !l.is(j, "will") {
			return phrase{}, false, true
		}
		passive = passive || l.has(j, be)
	}
	if passive && !hasSuffix(l.words[i].Norm, "ing") || l.is(j, "to") {
		return phrase{}, false, true
	}
	switch {
	case j < l.floor || l.cut(j):
		return phrase{}, false, false
	case l.has(j, conjunction):
		return phrase{}, true, false
	case l.comma(j):
		if hasSuffix(l.words[i].Norm, "ing") && !l.clean(i) {
			return phrase{}, true, false
		}
		return l.apposition(j), false, false
	case l.has(j, relative) || l.is(j, "that") && !l.cut(j-1) && !l.comma(j-1):
		if l.comma(j - 1) {
			j--
		}
		return l.antecedent(j, l.is(i-1, "which")), false, false
	}
	p = l.endingAt(j + 1)
	if l.is(p.from-1, "whose") || hasSuffix(l.words[i].Norm, "ing") && !l.anyOf(phrase{p.to - 1, p.to}, party|pronoun|record) && l.words[j].entity == 0 {
		return phrase{}, false, true // "a woman whose family asked", "spent nine years telling them"
	}
	if l.cut(i + 1) {
		p = l.tail(p)
	}
	return p, false, false
}

// quotedBy finds, before an "as" at j, who "was quoted", by somebody or by nobody named:
// where the subject ends.
func (l *line) quotedBy(j int) (end int, ok bool) {
	if !l.is(j, "as") {
		return 0, false
	}
	for k := j - 1; k > l.floor && j-k <= tailWords && !l.cut(k) && !l.comma(k); k-- {
		if !l.is(k, "quoted") && !l.is(k, "cited") {
			continue
		}
		for k--; l.has(k, auxiliary|adverb); k-- {
		}
		return k + 1, true
	}
	return 0, false
}

// told reports whether a phrase holds a finite verb of its own: then it is no noun
// phrase but a clause that was run into its source without a comma.
func (l *line) told(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if l.has(k, relative) {
			return false
		}
		if l.pastForm(k) || l.words[k].entity == 0 && l.has(k, auxiliary) {
			return true
		}
	}
	return false
}

// tailWords is how far back from the cue a source is looked for that no comma sets
// off, in words.
const tailWords = 8

// tail is the noun phrase at the end of a clause, the phrase itself where that is none:
// "leaving two people hurt a rescue group said", "was towed away on Monday officials said".
func (l *line) tail(p phrase) phrase {
	head, clause := p.to-1, l.told(p)
	for k := head; k > p.from && head-k < tailWords; k-- {
		if l.has(k, article) && l.words[k].entity == 0 && !l.has(k-1, preposition|conjunction|article|degree) && !l.comma(k-1) || clause && l.has(k-1, timeWord) {
			return phrase{k, p.to}
		}
	}
	if clause && l.has(head, party|unnamed) && isPlural(l.words[head].Norm) {
		return phrase{head, p.to}
	}
	return p
}

// antecedent is the noun phrase that a relative pronoun after end stands for.
// "which" takes the nearest noun: "… to the ministry, which said".
func (l *line) antecedent(end int, nearest bool) phrase {
	if !nearest && l.comma(end) && l.apposed(end) {
		return l.apposition(end)
	}
	if from := l.start(end); from < end && l.has(from, relative) && l.comma(from-1) && from-1 > l.floor {
		return l.antecedent(from-1, false) // "X, who was hurt and who remembered"
	}
	p := l.endingAt(end)
	if !nearest {
		return p
	}
	for k := p.to - 1; k > p.from; k-- {
		if l.words[k].entity == 0 && (l.has(k, preposition) && !l.is(k, "of") && !l.is(k, "for") || l.pastForm(k)) {
			p.from = k + 1
			break
		}
	}
	return p
}

func hasSuffix(s, end string) bool { return len(s) > len(end) && s[len(s)-len(end):] == end }

// start is the beginning of the stretch that ends at end and holds no comma and
// no cut.
func (l *line) start(end int) int {
	k := end
	for k > l.floor && k > 0 && end-k < longestPhrase && !l.cut(k-1) && !l.comma(k-1) {
		k--
	}
	return k
}

// endingAt is the noun phrase that ends at end, cut free of what stands before
// it in the same stretch.
func (l *line) endingAt(end int) phrase {
	from := l.start(end)
	if l.has(end-1, pronoun) {
		return phrase{end - 1, end}
	}
	for k := end - 1; k > from; k-- {
		w := l.words[k]
		if w.entity > 0 {
			continue
		}
		if w.flags&relative != 0 && k+1 < end && l.verbal(k+1) {
			end = k // "a diplomat who was there": the phrase stands before "who"
			if l.comma(end - 1) {
				end--
			}
			continue
		}
		if w.flags&(subordinate|relative|auxiliary) != 0 || w.verb > 0 && words().verbs[w.verb].strength == speechCue || w.flags&conjunction != 0 && !l.joins(from, k, end) {
			from = k + 1
			break
		}
	}
	return l.trim(phrase{l.named(from, end), end})
}

// named is where the noun phrase begins that ends with the mention of a person
// at end: behind the last preposition that is no part of the title.
func (l *line) named(from, end int) int {
	if end <= from {
		return from
	}
	e := l.words[end-1].entity
	if e == 0 || !l.entities[e-1].Person {
		return from
	}
	for k := end - 1; k > from; k-- {
		if l.words[k].entity > 0 || !l.has(k, preposition) && !l.pastForm(k) {
			continue
		}
		if !l.is(k, "of") && !l.is(k, "for") {
			return k + 1
		}
	}
	return from
}

// verbal guesses whether the word at k is a finite verb, after "who".
func (l *line) verbal(k int) bool {
	w := l.words[k]
	return w.flags&(auxiliary|adverb|negation) != 0 || w.verb > 0 && w.flags&party == 0 || l.pastForm(k)
}

// pastForm holds for lower-case words in -ed, and other common past forms.
func (l *line) pastForm(k int) bool {
	if k < 0 || k >= len(l.words) {
		return false
	}
	w := l.words[k]
	if w.quoted || w.entity > 0 || w.Kind != text.Word || w.Upper() {
		return false
	}
	return len(w.Norm) > 3 && hasSuffix(w.Norm, "ed") || w.flags&finite != 0
}

// joins reports whether the "and" at k joins two sources ("police and the FBI")
// rather than two clauses.
func (l *line) joins(from, k, end int) bool {
	if !l.is(k, "and") || k-from > 8 || k+1 >= end {
		return false
	}
	if l.capital(k+1) != l.capital(k-1) && !l.has(k+1, article|party) {
		return false
	}
	for m := from; m < k; m++ {
		if l.has(m, auxiliary) || l.pastForm(m) {
			return false
		}
	}
	return true
}

// trim takes off what stands before a noun phrase in its clause: conjunctions,
// adverbs, dates and the place where things happen.
func (l *line) trim(p phrase) phrase {
	for p.from < p.to {
		k := p.from
		w := l.words[k]
		switch {
		case w.entity > 0:
			return p
		case w.flags&(conjunction|subordinate|relative) != 0, l.manner(k), w.flags&other != 0 && k+1 < p.to:
			p.from++
		case w.flags&timeWord != 0 && !w.Possessive() && k+1 < p.to:
			p.from++
		case w.flags&article != 0 && l.has(k+1, timeWord) && !l.words[k+1].Possessive() && k+2 < p.to:
			p.from += 2
		case w.Kind == text.Number && l.has(k+1, timeWord):
			p.from += 2
		case w.flags&preposition != 0:
			p.from = l.afterPlace(k, p.to)
		case w.Kind == text.Mark, w.verb > 0 && words().verbs[w.verb].strength == speechCue:
			p.from++
		default:
			return p
		}
	}
	return p
}

// afterPlace is where the subject begins after a clause has opened with a
// preposition: "In Kyiv officials", "On Monday evening neighbor Charles Ramsey".
func (l *line) afterPlace(k, to int) int {
	k++
	if l.is(k, "first") || l.is(k, "last") {
		return k + 1
	}
	for m := k; m < to; m++ {
		switch {
		case l.has(m, timeWord) || l.figure(m):
			k = m + 1
		case m > k && l.has(m, venue):
			return m + 1
		case m > k && l.capital(m-1) && !l.capital(m) && l.has(m, party|article):
			return m
		case !l.has(m, article) && !l.capital(m):
			return k
		}
	}
	return k
}

// apposed reports whether the comma at c closes an insertion that follows a
// noun phrase: "X, who was there," or "X, the chief,".
func (l *line) apposed(c int) bool {
	from := l.start(c)
	return from > 0 && from > l.floor && l.comma(from-1) && from < c
}

// apposition is the subject before an insertion that ends with the comma at c.
// Titles in the insertion belong to the phrase; ages, relative clauses and
// participles do not.
func (l *line) apposition(c int) phrase {
	end, last := c, c
	for range 7 {
		from := l.start(end)
		if from >= end {
			return phrase{}
		}
		if from == 0 || from <= l.floor || !l.comma(from-1) {
			if end == c { // one comma and nothing inserted
				return phrase{}
			}
			return l.whole(end, last)
		}
		switch {
		case l.aside(from, end):
			last = from - 1
		case l.title(from, end) && l.nameBefore(from-1):
			if last == end {
				last = l.untilRelative(from, end)
			}
		default:
			return l.whole(end, last)
		}
		end = from - 1
	}
	return phrase{}
}

// untilRelative is end, or where a relative clause begins before it.
func (l *line) untilRelative(from, end int) int {
	for k := from + 1; k < end; k++ {
		if l.words[k].entity == 0 && l.has(k, relative) {
			if l.has(k-1, preposition) { // "the bloc to which it belongs"
				k--
			}
			return k
		}
	}
	return end
}

// whole is the phrase whose noun ends at end and whose titles end at last.
func (l *line) whole(end, last int) phrase {
	p := l.endingAt(end)
	if p.empty() {
		return p
	}
	if p.to == end {
		p.to = last
	}
	return p
}

// aside reports whether [from, end) is an insertion that is no title: an age, a
// relative clause, a participle, a place.
func (l *line) aside(from, end int) bool {
	w := l.words[from]
	if l.figure(from) && (end-from == 1 || l.has(from+1, preposition)) {
		return true
	}
	if w.entity > 0 || l.is(from, "with") && l.capital(from+1) { // "with X, a spokeswoman, declaring"
		return false
	}
	return w.flags&(relative|participle|preposition|subordinate|negation|adverb) != 0 || l.pastForm(from) ||
		hasSuffix(w.Norm, "ing") && !w.Upper() || l.has(from+1, relative)
}

// title reports whether [from, end) can be an apposition: what somebody is, or
// the name of a somebody.
func (l *line) title(from, end int) bool {
	if end-from > 20 {
		return false
	}
	for k := from; k < end; k++ {
		if l.words[k].entity == 0 && l.has(k, relative|subordinate) {
			break
		}
		if l.words[k].entity == 0 && l.has(k, auxiliary) {
			return false
		}
	}
	if l.is(from, "first") && l.has(from+1, party|degree) { // "first deputy minister"
		return true
	}
	return l.has(from, article|party|degree) || l.capital(from) || l.words[from].Possessive() || l.figure(from)
}

// nameBefore reports whether a short noun phrase without a verb ends at end: a
// name, or a title that a name follows.
func (l *line) nameBefore(end int) bool {
	from := l.start(end)
	if from >= end {
		return false
	}
	if l.aside(from, end) { // an age or a clause between the name and the title
		return l.figure(from) && end-from == 1 || from > 1 && l.comma(from-1) && l.has(from, relative)
	}
	if e := l.words[end-1].entity; e > 0 && l.entities[e-1].Person {
		return true
	}
	for k := from; k < end; k++ {
		if l.words[k].entity == 0 && (l.has(k, auxiliary) || l.pastForm(k) || l.has(k, relative|pronoun)) {
			return false
		}
	}
	return end-from <= 14 && (l.capital(l.root(end-1)) || l.words[end-1].entity > 0 || l.has(from, article|role) || l.partied(from, end))
}

// root is the first part of the hyphenated word that ends at k: "Pei-shan".
func (l *line) root(k int) int {
	for k >= 2 && l.words[k].Glued && l.words[k-1].Text == "-" && l.words[k-1].Glued {
		k -= 2
	}
	return k
}

// partied reports whether a word of [from, end) can be a source.
func (l *line) partied(from, end int) bool {
	for k := from; k < end; k++ {
		if l.has(k, party) || l.words[k].entity > 0 {
			return true
		}
	}
	return false
}

// after is the noun phrase that begins at k, with its titles. next is the first
// word after it.
func (l *line) after(k int) (p phrase, next int) {
	p = phrase{k, k}
	t := k
	for t < len(l.words) && t-k < longestPhrase && !l.cut(t) {
		w := l.words[t]
		switch {
		case w.entity > 0:
			t++
		case w.comma:
			end := l.titleAfter(t)
			if end == 0 {
				return p, t
			}
			t = end
		case w.flags&relative != 0 || w.flags&auxiliary != 0 || l.is(t, "that") && t > k && !l.has(t-1, preposition):
			return p, t
		case w.flags&(subordinate|adverb) != 0 && t > k, w.flags&participle != 0, l.manner(t) && t > k:
			return p, t
		case w.flags&timeWord != 0 && !w.Possessive() && t > k && !l.capitalName(t):
			return p, t
		case w.verb > 0 && words().verbs[w.verb].strength == speechCue:
			return p, t
		case w.flags&conjunction != 0 && !(l.is(t, "and") && (l.has(t+1, article|party) || l.capital(t+1))):
			return p, t
		case w.flags&preposition != 0 && (t == k || !l.belongs(t)):
			return p, t
		case w.flags&pronoun != 0 && t > k:
			return p, t
		default:
			t++
		}
		p.to = t
	}
	return p, t
}

// capitalName holds for a capitalised month or day inside a name ("May Smith").
func (l *line) capitalName(t int) bool {
	return l.words[t].Upper() && l.capital(t+1) && !l.has(t+1, timeWord)
}

// belongs reports whether the preposition at t goes on with the noun phrase: "an
// analyst at the institute" and not "at a news conference" or "on Monday".
func (l *line) belongs(t int) bool {
	switch l.words[t].Norm {
	case "of", "for", "from", "in", "at", "on", "with", "to", "near":
	case "by":
		return l.has(t-1, record|media) && !l.cut(t+1) // "an estimate by the institute"
	default:
		return false
	}
	for k := t + 1; k < len(l.words) && k <= t+4 && !l.cut(k) && !l.comma(k); k++ {
		switch {
		case l.words[k].entity > 0:
			return true
		case l.has(k, timeWord|listener):
			return false
		case l.has(k, venue) && !l.is(t, "of") && !l.is(t, "for") && !l.is(t, "from"):
			return false
		case l.has(k, pronoun) || l.is(k, "it"):
			return false
		}
	}
	return !l.cut(t + 1)
}

// titleAfter is the end of the title or name that follows the comma
// at c, 0 where none does.
func (l *line) titleAfter(c int) int {
	from := c + 1
	if l.cut(from) {
		return 0
	}
	if l.figure(from) && l.comma(from+1) { // an age, and then a title
		if end := l.titleAfter(from + 1); end > 0 {
			return end
		}
		return 0
	}
	w := l.words[from]
	name := l.capital(from)
	if !name && w.flags&(article|role|degree|unnamed) == 0 || l.manner(from) {
		return 0
	}
	end, known := from, false
	for ; end < len(l.words) && end-from < 20 && !l.cut(end) && !l.comma(end); end++ {
		w := l.words[end]
		if w.entity > 0 {
			known = true
			continue
		}
		if w.flags&relative != 0 || w.flags&preposition != 0 && !l.belongs(end) || w.flags&timeWord != 0 && end > from {
			break
		}
		if w.flags&(auxiliary|pronoun) != 0 || l.pastForm(end) || w.verb > 0 && w.flags&party == 0 {
			return 0
		}
		known = known || w.flags&(role|unnamed|body) != 0
	}
	if end == from {
		return 0
	}
	if name && !l.properName(from, end) && !known {
		return 0
	}
	if !known && !name {
		return 0
	}
	return end
}

// properName reports whether every word of [from, end) but particles has a capital.
func (l *line) properName(from, end int) bool {
	for k := from; k < end; k++ {
		w := l.words[k]
		if w.Kind == text.Word && !w.Upper() && len(w.Text) > 3 {
			return false
		}
	}
	return true
}
