// This file says who a source phrase is: it classifies the phrase by its words
// and resolves what points back.

package voice

import (
	"strings"

	"doubletake/model"
	"doubletake/model/place"
	"doubletake/model/text"
)

// voice is a person, body or unnamed party that may be pointed back to.
type voice struct {
	entity int // -1 for none
	kind   Kind
	named  bool
	source int // index of a Source with this voice, -1 before it has spoken
}

// memory is who the article has spoken of, most recent first where that matters.
type memory struct {
	people  []voice          // the last few people in the foreground, the latest last
	gender  map[int]flag     // male or female, by Entity.ID, where a word told it
	roles   map[string]voice // the last to be called so: "chief", "insider"
	bodies  map[string]voice // the last body with this word in its name: "ministry"
	body    voice            // the last body mentioned
	company voice            // the last body mentioned that may be called a company
	phrases map[string]int   // source index by its phrase, for parties without an entity
	first   map[int]int      // first source index by Entity.ID
	last    voice            // the last source
}

// near bounds how many sources of one claim are looked at together: more stand
// only in text that nobody wrote.
const near = 24

// foreground is how many people are kept in mind.
const foreground = 8

func newMemory() memory {
	none := voice{entity: -1, source: -1}
	return memory{
		gender: map[int]flag{}, roles: map[string]voice{}, bodies: map[string]voice{},
		phrases: map[string]int{}, first: map[int]int{}, body: none, company: none, last: none,
	}
}

// meet notes what a claim calls the people and bodies it mentions.
func (m *memory) meet(l *line) {
	for k := 0; k < len(l.words); k++ {
		e := int(l.words[k].entity)
		if e == 0 {
			continue
		}
		end := k + 1
		for end < len(l.words) && int(l.words[end].entity) == e {
			end++
		}
		ent := l.entities[e-1]
		v := voice{entity: ent.ID, kind: Body, named: true, source: -1}
		if !ent.Person {
			m.body = v
			public := false
			for j := k; j < end; j++ {
				if l.words[j].flags&(body|media) != 0 {
					m.bodies[singular(l.words[j].Norm)] = v
					public = public || !trading(singular(l.words[j].Norm))
				}
			}
			if !public {
				m.company = v
			}
			if l.has(end, body|media) && !l.words[end-1].Possessive() {
				m.bodies[singular(l.words[end].Norm)] = v
			}
			k = end - 1
			continue
		}
		v.kind = Person
		if l.words[end-1].Possessive() {
			k = end - 1
			continue
		}
		m.titles(l, v, k, end)
		k = end - 1
	}
}

// titles notes the roles that stand around the person mentioned in [from, to).
func (m *memory) titles(l *line, v voice, from, to int) {
	for j := from - 1; j >= 0 && from-j <= 8 && !l.cut(j) && !l.comma(j) && !l.has(j, auxiliary|relative|conjunction|subordinate) && l.words[j].verb == 0; j-- {
		m.call(l, v, j)
	}
	for j := from; j < to; j++ {
		m.call(l, v, j)
	}
	if c := from - 1; l.comma(c) && c > 0 { // "the mayor of Sirte, X"
		for j := c - 1; j >= 0 && c-j <= 8 && !l.cut(j) && !l.comma(j) && (l.has(j, preposition|article|party|degree) || l.capital(j)); j-- {
			m.call(l, v, j)
		}
	}
	if !l.comma(to) {
		return
	}
	j := to + 1
	if l.figure(j) && l.comma(j+1) {
		j += 2
	}
	for end := j + 14; j < end && !l.cut(j) && !l.comma(j) && !l.has(j, relative|auxiliary); j++ {
		m.call(l, v, j)
	}
}

// call notes the role word at k, and what it tells of the person's sex.
func (m *memory) call(l *line, v voice, k int) {
	f := l.words[k].flags
	if l.words[k].quoted || l.words[k].Possessive() {
		return
	}
	if f&role != 0 {
		m.roles[l.words[k].Norm] = v
	}
	if g := f & (male | female); g != 0 && v.entity >= 0 {
		if _, ok := m.gender[v.entity]; !ok {
			m.gender[v.entity] = g
		}
	}
}

// singular takes a plural -s off a body's noun.
func singular(w string) string {
	if hasSuffix(w, "ies") {
		return w[:len(w)-3] + "y"
	}
	if hasSuffix(w, "s") && !hasSuffix(w, "ss") {
		return w[:len(w)-1]
	}
	return w
}

// pass brings the people of a claim into the foreground: its last personal
// source, or else the first person it mentions.
func (m *memory) pass(l *line, sources []Source) {
	for i := len(sources) - 1; i >= 0; i-- {
		if s := sources[i]; s.Kind == Person || s.Kind == Unnamed {
			return // add has done it
		}
	}
	for k := 0; k < len(l.words); k++ {
		e := int(l.words[k].entity)
		if e == 0 || l.words[k].quoted {
			continue
		}
		end := k
		for end+1 < len(l.words) && int(l.words[end+1].entity) == e {
			end++
		}
		if ent := l.entities[e-1]; ent.Person && !l.words[end].Possessive() {
			m.front(voice{entity: ent.ID, kind: Person, named: true, source: m.spoke(ent.ID)})
			return
		}
		k = end
	}
}

// spoke is the first source of an entity, -1 for none.
func (m *memory) spoke(id int) int {
	if s, ok := m.first[id]; ok {
		return s
	}
	return -1
}

// front puts a person before all others.
func (m *memory) front(v voice) {
	for i, p := range m.people {
		if p.entity == v.entity && (v.entity >= 0 || p.source == v.source) {
			m.people = append(m.people[:i], m.people[i+1:]...)
			break
		}
	}
	if len(m.people) == foreground {
		m.people = append(m.people[:0], m.people[1:]...)
	}
	m.people = append(m.people, v)
}

// recent is the person last in the foreground whom a pronoun fits.
func (m *memory) recent(sex flag) (voice, bool) {
	for i := len(m.people) - 1; i >= 0; i-- {
		v := m.people[i]
		if g := m.gender[v.entity]; v.entity >= 0 && g != 0 && sex != 0 && g&sex == 0 {
			continue
		}
		return v, true
	}
	return voice{entity: -1, source: -1}, false
}

// add appends the source of the phrase p with its cue, and remembers it. It is
// false where the claim has that source already.
func (f *finder) add(p, cue phrase, v verb) bool {
	l := &f.line
	span := l.phraseSpan(p)
	if span.Empty() {
		return false
	}
	for i := max(f.firstOf[l.claim], len(f.sources)-near); i < len(f.sources); i++ {
		if s := &f.sources[i]; s.Text == span {
			if (s.CueText == "cite" || s.CueText == "quote") && s.Via < 0 && v.strength != citeCue { // an outlet that cites has its own verb too
				s.Cue, s.CueText, s.Class = l.span(cue.from, cue.to), v.lemma, v.class
			}
			return false
		}
	}
	s := Source{Claim: l.claim, Text: span, Cue: l.span(cue.from, cue.to), CueText: v.lemma, Class: v.class, Entity: -1, Of: -1, Via: -1}
	who := f.identify(p, &s, len(f.sources))
	s.Entity, s.Kind, s.Named = who.entity, who.kind, who.named
	at := len(f.sources)
	s.Voice = f.memory.voiceOf(who, at)
	if s.Voice < at && s.Entity < 0 && s.Kind == Unnamed {
		s.Reason = f.sources[s.Voice].Reason
	}
	who.source = s.Voice
	f.sources = append(f.sources, s)
	f.memory.last = who
	if s.Head != "" {
		f.memory.roles[singular(s.Head)] = who
	}
	if who.kind == Person || who.kind == Unnamed && !isPlural(s.Head) && s.Head != "" {
		f.memory.front(who)
	}
	if who.kind == Body && who.entity >= 0 {
		f.memory.body = who
	}
	return true
}

// voiceOf is the first source with the same voice as the one at index at.
func (m *memory) voiceOf(v voice, at int) int {
	if v.entity >= 0 {
		if first, ok := m.first[v.entity]; ok {
			return first
		}
		m.first[v.entity] = at
		return at
	}
	if v.source >= 0 && v.source < at {
		return v.source
	}
	return at
}

// phraseSpan covers a phrase without the marks and possessive ending around it.
func (l *line) phraseSpan(p phrase) model.Span {
	for p.to > p.from+1 && (l.comma(p.to-1) || l.has(p.to-1, timeWord) && l.words[p.to-1].entity == 0 && l.words[p.to-1].Upper()) {
		p.to--
	}
	s := l.span(p.from, p.to)
	if p.to > p.from {
		w := l.words[p.to-1]
		if w.Possessive() {
			s.End = w.Span.Start + strings.LastIndexAny(w.Text, "'’")
		}
	}
	return s
}

// identify says who the phrase p is and fills the source's Head and Of. at is
// the index the source will have, -1 where it is none.
func (f *finder) identify(p phrase, s *Source, at int) voice {
	l, m := &f.line, &f.memory
	if p.to == p.from+1 {
		if v, ok := f.within(p.from); ok {
			return v
		}
		if v, ok := m.pronoun(l.words[p.from].Norm); ok {
			return v
		}
	}
	person, bodyID, head := l.read(p)
	if person < 0 {
		person = f.bySurname(p)
	}
	if person >= 0 {
		s.Of = bodyID
		return voice{entity: person, kind: Person, named: true, source: -1}
	}
	if head >= 0 && l.words[head].flags&party != 0 {
		s.Head = l.words[head].Norm
		if e := l.words[head].entity; e > 0 && !l.entities[e-1].Person {
			return voice{entity: l.entities[e-1].ID, kind: Body, named: true, source: -1}
		}
		s.Of = bodyID
		return f.byHead(p, head, at)
	}
	if bodyID >= 0 {
		return voice{entity: bodyID, kind: Body, named: true, source: -1}
	}
	v := voice{entity: -1, kind: Unnamed, source: m.same(l, p, at)}
	if head >= 0 && l.capital(head) && !l.initial(head) {
		v.kind, v.named = Body, true
	}
	return v
}

// initial reports whether the word at k may have its capital only because a
// sentence begins: a common word, and no country.
func (l *line) initial(k int) bool {
	if k > 0 && !l.cut(k-1) && !l.quoted(k-1) || l.capital(k+1) {
		return false
	}
	_, nation := place.NationOf(l.words[k].Norm)
	return !nation && text.Weight(l.words[k].Norm) < 1
}

// bySurname is the person whose name the phrase ends with though no mention
// stands there, as in a long run of capitals; -1 for none.
func (f *finder) bySurname(p phrase) int {
	l := &f.line
	end := p.from
	for end < p.to && !l.comma(end) && (l.words[end].entity > 0 || !l.has(end, relative)) {
		end++
	}
	if end-p.from < 2 || !l.capital(end-1) || !l.capital(end-2) {
		return -1
	}
	if id, ok := f.surnames[l.words[end-1].Norm]; ok {
		return id
	}
	return -1
}

// within is the person mentioned earlier in the claim that the pronoun at k
// stands for: "When we called at X's home, he refused to answer".
func (f *finder) within(k int) (voice, bool) {
	l := &f.line
	if !l.has(k, pronoun) || l.is(k, "they") || k > 2*longestPhrase {
		return voice{}, false
	}
	if !l.has(0, subordinate|preposition) {
		return f.own(k)
	}
	for j := k - 1; j >= 0 && !l.cut(j); j-- {
		if e := l.words[j].entity; e > 0 && l.entities[e-1].Person {
			id := l.entities[e-1].ID
			return voice{entity: id, kind: Person, named: true, source: f.memory.spoke(id)}, true
		}
	}
	return voice{}, false
}

// own is the person whom a claim begins with, where a possessive shows that the
// pronoun at k behind it is the same: "X will withdraw her bill, she said".
func (f *finder) own(k int) (voice, bool) {
	l := &f.line
	possessive := "his"
	if l.is(k, "she") {
		possessive = "her"
	}
	who, matched := -1, false
	for j := 0; j < k && !(l.stop(j) && l.cut(j)) && !l.quoted(j); j++ {
		e := l.words[j].entity
		switch {
		case e > 0 && l.entities[e-1].Person && j < 6 && who < 0 && !l.words[j].Possessive():
			who = l.entities[e-1].ID
		case l.is(j, possessive):
			matched = who >= 0
		}
	}
	if !matched || !l.comma(k-1) {
		return voice{}, false
	}
	return voice{entity: who, kind: Person, named: true, source: f.memory.spoke(who)}, true
}

// pronoun resolves one word.
func (m *memory) pronoun(w string) (voice, bool) {
	switch w {
	case "he", "him":
		return m.backTo(male), true
	case "she", "her":
		return m.backTo(female), true
	case "they", "them":
		if m.last.source >= 0 {
			return m.last, true
		}
		return voice{entity: -1, kind: Unnamed, source: -1}, true
	case "it":
		v := m.body
		v.kind, v.named = Body, v.entity >= 0
		return v, true
	}
	return voice{}, false
}

// backTo is the person a pronoun stands for.
func (m *memory) backTo(sex flag) voice {
	v, ok := m.recent(sex)
	if !ok {
		return voice{entity: -1, kind: Unnamed, source: m.last.source}
	}
	return v
}

// read finds the person and the body that a phrase names and the word that
// heads it: -1 where there is none. What stands behind a preposition or in a
// possessive is not the source itself, but the body it belongs to.
func (l *line) read(p phrase) (person, bodyID, head int) {
	person, bodyID, head = -1, -1, -1
	of, headed := false, false
	for k := p.from; k < p.to; k++ {
		w := l.words[k]
		switch {
		case w.comma:
			of, headed = false, true
		case w.entity == 0 && w.flags&preposition != 0:
			of, headed = true, true
		case w.entity > 0:
			e, end := l.entities[w.entity-1], k
			for end+1 < p.to && l.words[end+1].entity == w.entity {
				end++
			}
			possessive := end+1 < p.to && (l.words[end].Possessive() || l.is(end+1, "'") || l.is(end+1, "’"))
			switch {
			case e.Person && !of && !possessive && person < 0:
				person = e.ID
			case !e.Person && bodyID < 0:
				bodyID = e.ID
			}
			if !headed && !possessive {
				head = end
			}
			k = end
		case !headed && person >= 0 && w.flags&party != 0 && !w.Upper():
			person, head = -1, k // "a Trump administration official"
		case !headed && w.flags&(role|body|record|media) != 0, !headed && w.flags&unnamed != 0 && !(w.flags&article != 0 && k+1 < p.to):
			head = k
		case !headed && head < 0 && l.capital(k):
			head = k
		case !headed && l.capital(k) && k+1 == p.to && l.words[head].flags&(role|unnamed) != 0 && l.words[head].entity == 0:
			head = k // "Officer Smith"
		case !headed && l.pastForm(k) && head >= 0:
			headed = true
		}
	}
	return person, bodyID, head
}

// byHead says who a phrase is by the noun that heads it, following it back
// where it begins with "the" and stands alone.
func (f *finder) byHead(p phrase, head, at int) voice {
	l, m := &f.line, &f.memory
	w := l.words[head]
	v := voice{entity: -1, kind: Unnamed, source: -1}
	definite := l.is(p.from, "the") && l.bare(p) && !l.proper(p, head)
	switch {
	case w.flags&record != 0 && (w.flags&(media|body|unnamed|role) == 0 || l.is(head-1, "own")):
		v.kind = Record
	case w.flags&media != 0:
		v.kind = Press
		if l.proper(p, head) {
			v.kind, v.named = Body, true
		} else if definite && w.flags&body != 0 {
			if back, ok := m.bodies[singular(w.Norm)]; ok {
				return back
			}
		}
	case w.flags&body != 0:
		v.kind, v.named = Body, true
		if definite {
			return m.bodyBack(singular(w.Norm), v)
		}
	case definite || p.to-p.from == 1 && w.flags&role != 0 && w.Upper():
		if back, ok := m.personBack(singular(w.Norm), w.flags); ok {
			return back
		}
	}
	v.source = m.same(l, p, at)
	return v
}

// bare reports whether nothing stands behind the noun of a phrase.
func (l *line) bare(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if l.comma(k) || l.has(k, preposition) {
			return false
		}
	}
	return p.to-p.from <= 4
}

// proper reports whether a name that is no nationality stands in the phrase up
// to its head: "REN TV", not "Iranian state television".
func (l *line) proper(p phrase, head int) bool {
	for k := p.from; k <= head; k++ {
		w := l.words[k]
		if !l.capital(k) || k == p.from && k == head {
			continue
		}
		if _, nation := place.NationOf(w.Norm); !nation && (w.entity > 0 || k > 0 && !l.cut(k-1)) && w.flags&(party|degree) == 0 {
			return true
		}
	}
	return false
}

// bodyBack is the body that "the ministry" points back to.
func (m *memory) bodyBack(noun string, v voice) voice {
	if back, ok := m.bodies[noun]; ok {
		return back
	}
	if back, ok := m.roles[noun]; ok && back.kind == Body {
		return back
	}
	if m.company.entity >= 0 && trading(noun) {
		return voice{entity: m.company.entity, kind: Body, named: true, source: -1}
	}
	return v
}

// trading holds for nouns that point back to any company, whatever its name.
func trading(noun string) bool {
	switch noun {
	case "company", "firm", "group", "maker", "manufacturer", "retailer", "operator", "owner", "supplier", "producer", "developer",
		"airline", "carrier", "organisation", "organization", "charity", "business", "bank":
		return true
	}
	return false
}

// personBack is the person that "the chief" points back to: the last one called
// so, or else the last one in the foreground if anybody may be called so.
func (m *memory) personBack(noun string, f flag) (voice, bool) {
	if back, ok := m.roles[noun]; ok {
		return back, true
	}
	if f&role == 0 {
		return voice{}, false
	}
	switch noun {
	case "diplomat", "official", "minister", "politician", "spokesman", "spokeswoman", "spokesperson", "leader", "president", "executive":
		return m.recent(0)
	}
	return voice{}, false
}

// same is the earlier source that is called by the same phrase, -1 for none; a
// phrase with "a" always brings in somebody new. at is the index of the new source.
func (m *memory) same(l *line, p phrase, at int) int {
	switch l.words[p.from].Norm {
	case "a", "an", "one", "another", "some", "two", "several", "other", "many":
		return -1
	}
	key := strings.TrimPrefix(strings.ToLower(l.phraseSpan(p).In(l.text)), "the ")
	if first, ok := m.phrases[key]; ok {
		return first
	}
	if at >= 0 {
		m.phrases[key] = at
	}
	return -1
}
