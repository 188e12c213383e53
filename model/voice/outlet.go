// This file takes sources without a verb of their own: "according to", "citing",
// "told Fox 8", "by the ministry's count", "X: “…”", "in a statement".

package voice

import "strings"

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

// per takes the source of ", per the sheriff's office".
func (f *finder) per(i int) {
	if p, next := f.line.after(i + 1); !p.empty() && f.line.known(p) {
		f.add(p, phrase{i, i + 1}, verb{lemma: "according to"})
		f.line.floor = next
	}
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
	if !gerund && l.quotedAs(next) {
		f.passOn(outlet, p, i, v)
		return
	}
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

// longestApposition is how far "as saying" may stand behind whom an outlet quotes.
const longestApposition = 16

// quotedAs reports whether "as saying" follows at k, behind an apposition or at once:
// "quoted Ann Bell, a spokeswoman for the mayor, as saying".
func (l *line) quotedAs(k int) bool {
	for n := k; n < len(l.words) && n < k+longestApposition; n++ {
		if l.is(n, "as") && (l.is(n+1, "saying") || l.is(n+1, "telling")) {
			return true
		}
		if l.cut(n) || n == k && !l.comma(n) {
			return false
		}
	}
	return false
}

// passOn takes p, whom the outlet quotes with the verb at i, as the one who says the
// claim, and the outlet as the way it came.
func (f *finder) passOn(outlet, p phrase, i int, v verb) {
	if !outlet.empty() && !f.sourced() {
		f.channel(outlet, i, v)
	}
	f.add(p, phrase{i, i + 1}, v)
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
