// This file walks the words of one claim and takes each cue with its source.

package voice

import (
	"slices"

	"doubletake/model"
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
		case l.is(i, "per") && (l.comma(i-1) || l.cut(i-1)) && l.has(i+1, article|party):
			f.per(i)
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
	if l.nounAt(i) || l.takes(i, v) {
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

// sourced reports whether the claim has a source already.
func (f *finder) sourced() bool {
	n := len(f.sources)
	return n > 0 && f.sources[n-1].Claim == f.line.claim
}
