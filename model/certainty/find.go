// This file walks the tokens of a claim and finds its predicates: verb groups
// and nouns under a hedging or negating word, each with the cues that stand
// before it in the clause.

package certainty

import (
	"slices"

	"doubletake/model"
	"doubletake/model/text"
)

// Find lists the predicates of a stretch of tokens in text order. Their spans
// are in the text the tokens were cut from, and Predicate.Verb counts tokens
// from the beginning of the stretch. A stretch may hold several sentences.
func Find(tokens []text.Token) []Predicate {
	stems := make([]string, len(tokens))
	for i, t := range tokens {
		if t.Kind != text.Mark {
			stems[i] = text.Stem(t.Norm)
		}
	}
	return NewReader(len(tokens)).Find(tokens, stems)
}

// Reader finds the predicates of one stretch after the other and looks every
// word of them up once. It serves one goroutine.
type Reader struct {
	*lexicon
	vocabulary []known // every word met
	seen       map[string]int32
}

// NewReader is a reader that has met no word, with room for as many as are expected.
func NewReader(expected int) *Reader {
	return &Reader{lexicon: words(), vocabulary: make([]known, 0, expected), seen: make(map[string]int32, expected)}
}

// Find is the package's Find for tokens whose stems are known; those of function
// words and marks are not looked at.
func (r *Reader) Find(tokens []text.Token, stems []string) []Predicate {
	f := finder{lexicon: r.lexicon, tokens: tokens, ids: r.read(tokens, stems), out: make([]Predicate, 0, len(tokens)/8+1)}
	f.vocabulary = r.vocabulary
	for i := 0; i < len(f.tokens); {
		i = f.step(i)
	}
	f.condition()
	f.backshift()
	f.near()
	return f.out
}

// finder walks the tokens once. What a word says of the predicate that is still
// to come ("no", "if", "reportedly,") waits in pending.
type finder struct {
	*lexicon
	tokens     []text.Token
	vocabulary []known // every word met, each once
	ids        []int32 // by token, index into vocabulary
	out        []Predicate

	pending  []waiting
	sentence int    // number of the current sentence
	spoken   bool   // the clause has a verb already
	none     string // the noun after the "no" that waits; "" where none does
	nobody   bool   // "nobody" waits
}

// waiting is a cue that waits for its predicate.
type waiting struct {
	at       int // token index of the cue
	from     int // token index from which the span is shown; -1: not shown
	owned    bool
	owner    int // number of the predicate whose object clause is awaited, where owned
	until    int // token index after which the cue is void
	class    class
	strength Strength
	negates  bool
}

// reach is how many tokens a cue may stand before its verb.
const reach = 12

// shown is how many tokens the span of a predicate may stretch to hold its cue.
const shown = 9

// norm is the compared form of a token, "" outside the stretch.
func (f *finder) norm(i int) string {
	if i < 0 || i >= len(f.tokens) {
		return ""
	}
	return f.tokens[i].Norm
}

// mark reports whether token i is a mark or lies outside the stretch.
func (f *finder) mark(i int) bool {
	return i < 0 || i >= len(f.tokens) || f.tokens[i].Kind == text.Mark
}

// cue is the closed-class reading of a token, and whether it is contracted with
// "not". "May" and "Will" are names where a capital makes them so, "am" after a
// number is a time of day.
func (f *finder) cue(i int) (c cue, negated bool) {
	if i < 0 || i >= len(f.tokens) {
		return cue{}, false
	}
	k := &f.vocabulary[f.ids[i]]
	if k.doubtful {
		number := func(i int) bool { return i >= 0 && i < len(f.tokens) && f.tokens[i].Kind == text.Number }
		if k.cue.strength == Conditional {
			if f.norm(i+1) == "been" || f.verb(i+1).form == past { // "she'd been": had
				return f.cues["had"], false
			}
			return k.cue, k.negated
		}
		if number(i-1) || f.tokens[i].Upper() && (number(i+1) || !f.mark(i-1)) {
			return cue{}, false
		}
	}
	return k.cue, k.negated
}

// verb is the reading of a token as a verb.
func (f *finder) verb(i int) inflection {
	if i < 0 || i >= len(f.tokens) {
		return inflection{}
	}
	return f.vocabulary[f.ids[i]].verb
}

// step reads what begins at token i and returns where to go on.
func (f *finder) step(i int) int {
	t := f.tokens[i]
	switch t.Kind {
	case text.Mark:
		f.boundary(i)
		return i + 1
	case text.Number:
		return i + 1
	}
	c, _ := f.cue(i)
	if f.unknown(i) {
		c = f.cues["whether"]
	}
	switch c.class {
	case joint, relative:
		f.spoken = false
		if f.verb(i+1).form > base { // "believed the report and ordered": a second verb of the same subject
			f.pending = slices.DeleteFunc(f.pending, func(w waiting) bool { return w.owned && f.norm(w.at+1) != "that" })
		}
		if t.Norm == "nor" {
			f.wait(waiting{at: i, from: i, until: i + 4, negates: true})
		}
	case condition, question:
		f.open(i, c)
	case nothing:
		return f.negative(i)
	case preposition:
		switch {
		case t.Norm == "without" && f.verb(i+1).form == ing:
			f.wait(waiting{at: i, from: i, until: i + 2, negates: true})
		case t.Norm == "without" && f.sets[lacked][f.norm(i+1)]:
			f.addNoun(i, i+1, Predicate{Negated: true, Cue: t.Text})
			return i + 2
		}
	case determiner, pronoun:
	case hedge:
		return f.hedged(i, c)
	default:
		return f.predicate(i)
	}
	return i + 1
}

// unknown reports whether token i asks what is not known: "unclear how", "not
// known who".
func (f *finder) unknown(i int) bool {
	if !f.sets[asked][f.norm(i)] {
		return false
	}
	before := f.norm(i - 1)
	return before == "unclear" || before == "unknown" || (before == "clear" || before == "known") && f.negates(i-2)
}

// negates reports whether "not" stands at token i or up to two tokens before it.
func (f *finder) negates(i int) bool {
	for j := i; j > i-3 && !f.mark(j); j-- {
		if c, negated := f.cue(j); negated || c.class == negation {
			return true
		}
	}
	return false
}

// open lets "if" or "whether" wait for its verb.
func (f *finder) open(i int, c cue) {
	f.spoken = false
	switch before := f.norm(i - 1); {
	case before == "even" || before == "as" || before == "what" || before == "only":
		return
	case f.sets[asking][f.verb(i-1).lemma]:
		c = f.cues["whether"]
	}
	f.wait(waiting{at: i, from: i, until: i + reach, class: c.class, strength: c.strength})
}

// hedged reads a hedging adverb: before its verb, or at the head of a clause.
func (f *finder) hedged(i int, c cue) int {
	if p, next, ok := f.group(i); ok {
		f.add(p)
		return next
	}
	before := f.norm(i - 1)
	if before != "as" && before != "more" && before != "less" && before != "most" && before != "very" {
		f.wait(waiting{at: i, from: -1, until: i + reach, class: hedge, strength: c.strength})
	}
	return i + 1
}

// predicate reads a verb group or a hedged noun at an open word or auxiliary.
func (f *finder) predicate(i int) int {
	if s, ok := f.hedging[f.norm(i)]; ok {
		if next, ok := f.hedgedNoun(i, s); ok {
			return next
		}
	}
	if next, ok := f.named(i); ok {
		return next
	}
	if p, next, ok := f.group(i); ok {
		f.add(p)
		return next
	}
	return i + 1
}

// boundary ends a clause at a mark. Only a hedge set off by commas
// ("Reportedly, the talks failed") outlives a comma.
func (f *finder) boundary(i int) {
	f.spoken = false
	switch t := f.tokens[i].Text; {
	case f.ends(i) || t == ":":
		f.pending = f.pending[:0]
		if t != ":" {
			f.sentence++
		}
	case t == "," || t == "—" || t == "–" || t == "(" || t == ")":
		names := i > 0 && f.tokens[i-1].Upper() && i+1 < len(f.tokens) && f.tokens[i+1].Upper()
		kept := f.pending[:0]
		for _, w := range f.pending {
			if w.class == hedge && w.at == i-1 && f.mark(w.at-1) || w.owned && (names || f.norm(w.at+1) == "that") && !w.negates {
				kept = append(kept, w)
			}
		}
		f.pending = kept
	}
}

// ends reports whether token i is a mark that ends a sentence: the dot of an
// abbreviation ("Sept. 14", "St. Clair") does not.
func (f *finder) ends(i int) bool {
	switch f.tokens[i].Text {
	case "!", "?", ";":
		return true
	case ".":
		next := i + 1
		for next < len(f.tokens) && f.tokens[next].Kind == text.Mark && f.tokens[next].Glued {
			next++
		}
		return !f.sets[abbreviated][f.norm(i-1)] && (next >= len(f.tokens) || f.tokens[next].Kind != text.Number && (f.tokens[next].Kind == text.Mark || f.tokens[next].Upper()))
	}
	return false
}

func (f *finder) wait(w waiting) { f.pending = append(f.pending, w) }

// add settles what waited on the predicate and keeps it.
func (f *finder) add(p Predicate) {
	own := p.Strength.Doubtful() // by its own words: "may have"
	for _, w := range f.pending {
		if p.Verb > w.until {
			continue
		}
		word := f.tokens[w.at].Text
		if w.negates {
			p.Negated = !p.Negated
			if c, _ := f.cue(w.at); c.class == nothing {
				p.none, p.nobody = f.none, f.nobody
			}
		}
		if w.strength > p.Strength {
			p.Strength = w.strength
		}
		if w.strength != Asserted || w.negates {
			p.Cue = joined(word, p.Cue)
		}
		if w.owned && p.Verb-w.at <= reach {
			f.out[w.owner].Span.End = p.Span.End
		}
		switch {
		case w.from >= 0 && p.Verb-w.from <= shown:
			p.Span.Start = min(p.Span.Start, f.tokens[w.from].Span.Start)
		case w.from >= 0 && w.strength.Doubtful() && !own:
			p.Span = f.tokens[w.at].Span // too far off to show both: what makes it doubtful is what there is to see
		}
		p.iffy = p.iffy || w.class == condition
	}
	f.pending = f.pending[:0]
	f.none, f.nobody = "", false
	p.sentence = f.sentence
	f.out = append(f.out, p)
	f.spoken = true
	f.complement(len(f.out) - 1)
	f.nowhere(p)
	f.unsettled(p)
}

// unsettled notes the noun that is the object of a verb which leaves it open: "is weighing
// an appeal", "doctors suspect pneumonia", "beams point to a fire".
func (f *finder) unsettled(p Predicate) {
	s := Possible
	switch {
	case p.Negated || p.Passive || p.Noun:
		return
	case f.sets[hints][p.Lemma] || f.sets[hints][p.Lemma+"_"+f.norm(p.Verb+1)]:
		s = Hedged
	case !f.sets[weighs][p.Lemma]:
		return
	}
	at := p.Verb + 1
	for c, _ := f.cue(at); c.class == determiner || c.class == to; c, _ = f.cue(at) {
		at++
	}
	h, ok := f.head(at)
	if !ok || !f.mark(h+1) && !f.closes(h+1) { // "suspect the lock was forced"
		return
	}
	f.pending = f.pending[:0] // the clause that was waited for is this noun
	f.addNoun(p.Verb, h, Predicate{Strength: s, Cue: f.tokens[p.Verb].Text})
}

// nowhere notes what there is said not to be: "at no point was there a fire", "there was
// never a fire".
func (f *finder) nowhere(p Predicate) {
	if !p.Negated || p.Lemma != "be" || p.Noun {
		return
	}
	at := p.Verb + 1
	if f.norm(at) == "there" {
		at++
	} else if f.norm(p.Verb-1) != "there" {
		return
	}
	for c, _ := f.cue(at); c.class == negation || c.class == adverb || c.class == determiner; c, _ = f.cue(at) {
		at++
	}
	if h, ok := f.head(at); ok {
		f.addNoun(at, h, Predicate{Strength: p.Strength, Negated: true, Cue: p.Cue})
	}
}

// complement lets a verb like "believe" or "deny" wait for the clause that is
// its object, or weakens the sentence that it closes (", police believe.").
func (f *finder) complement(n int) {
	p := f.out[n]
	s, ok := f.clausal[p.Lemma]
	next := p.Verb + 1
	if at := f.reported(next); at > 0 && (s == Denied || f.sets[refuting][p.Lemma]) { // "rejected claims that"
		s, ok, next = Denied, true, at
		f.out[n].Lemma = "deny" // and nobody is dismissed
	}
	switch {
	case !ok, p.Passive && (s != Confirmed || f.norm(next) != "that"), p.Negated && s != Confirmed:
		return
	case p.Lemma == "claim" && f.takes(next):
		return
	case f.mark(next):
		if s == Hedged && (f.norm(p.Verb-1) == "," || f.norm(p.Verb-2) == "," || f.norm(p.Verb-3) == ",") {
			f.afterthought(n)
		}
		return
	case p.it && f.verb(next+1).form == notVerb: // "believe it"
		return
	case p.Negated:
		s = Unconfirmed
	}
	from := p.Verb
	if c, _ := f.cue(from - 1); !f.mark(from-1) && (c.class == open || c.class == pronoun) {
		from--
	}
	w := waiting{owned: true, owner: n, at: p.Verb, from: from, until: p.Verb + reach, strength: s}
	if s == Denied {
		w.negates = true
	}
	f.wait(w)
}

// takes reports whether what is claimed from token i on is had and not said: "claimed 71
// lives", "claimed victory".
func (f *finder) takes(i int) bool {
	for k := i; k < i+5 && !f.mark(k) && f.norm(k) != "that"; k++ {
		switch f.norm(k) {
		case "life", "lives", "victims", "victory", "title", "titles", "medal", "medals", "gold", "silver", "bronze", "responsibility", "credit", "asylum", "benefits":
			return true
		}
	}
	return false
}

// reported finds, from token i on, the noun for what others say before a "that": in
// "claims that", "suggestions by the union that"; 0 where none stands there.
func (f *finder) reported(i int) int {
	for k := i; k < i+3 && !f.mark(k); k++ {
		if f.sets[rumour][f.norm(k)] && f.norm(k+1) == "that" {
			return k + 1
		}
	}
	return 0
}

// afterthought hedges the first predicate of a sentence that ends with the
// hedging verb n: "The lock was forced, police believe."
func (f *finder) afterthought(n int) {
	first := -1
	for i := n - 1; i >= 0 && f.out[i].sentence == f.out[n].sentence; i-- {
		if !f.out[i].Noun && !f.sets[speech][f.out[i].Lemma] {
			first = i
		}
	}
	if first >= 0 {
		p := &f.out[first]
		p.Strength = max(p.Strength, Hedged)
		p.Cue = joined(p.Cue, f.tokens[f.out[n].Verb].Text)
	}
}

// condition ties each if-clause to the predicate it makes conditional: the one
// before it, else the one after it.
func (f *finder) condition() {
	for n, p := range f.out {
		if !p.iffy {
			continue
		}
		for _, m := range []int{n - 1, n + 1} {
			if m < 0 || m >= len(f.out) || f.out[m].sentence != p.sentence || f.out[m].Noun || f.sets[speech][f.out[m].Lemma] {
				continue
			}
			q := &f.out[m]
			if q.Strength == Planned || q.Strength == Conditional || q.Strength == Possible {
				q.Strength, q.iffy = Conditional, true
				q.Cue = joined(q.Cue, "if")
				if m < n && p.Verb-q.Verb <= reach {
					q.Span.End = p.Span.End
				}
				break
			}
		}
	}
}

// backshift reads "would" as "will" in a sentence that reports words in the
// past: "said the talks would go ahead".
func (f *finder) backshift() {
	open := func(p Predicate) bool { return p.Strength == Conditional && !p.iffy && !p.unreal }
	if !slices.ContainsFunc(f.out, open) {
		return
	}
	said := make(map[int]bool)
	for _, p := range f.out {
		if f.sets[reporting][p.Lemma] && f.verb(p.Verb).form >= past {
			said[p.sentence] = true
		}
	}
	for n, p := range f.out {
		if open(p) && said[p.sentence] {
			f.out[n].Strength = Planned
		}
	}
}

// spanOf covers tokens from to to, inclusive.
func (f *finder) spanOf(from, to int) model.Span {
	return model.Span{Start: f.tokens[from].Span.Start, End: f.tokens[to].Span.End}
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	if b == "" {
		return a
	}
	return a + " " + b
}
