// This file finds the predicates of a claim: verb groups from their first
// auxiliary to the main verb, and nouns under a hedging or negating word.

package certainty

import (
	"strings"

	"doubletake/model/text"
)

// Find lists the predicates of a stretch of tokens in text order. Spans are
// those of the tokens; src is the text the tokens were cut from. Sentence marks
// end a clause, so a stretch may hold several sentences.
func Find(src string, tokens []text.Token) []Predicate {
	f := finder{src: src, tokens: tokens, cues: closedWords(), verbs: inflections(), raisers: raising()}
	f.run()
	f.near()
	return f.out
}

// finder walks the tokens once. What a word says of the predicate that is still
// to come ("no", "if", "reportedly,") waits in pending.
type finder struct {
	src     string
	tokens  []text.Token
	cues    map[string]cue
	verbs   map[string]inflection
	raisers map[string]raiser
	out     []Predicate

	pending  []mark
	clause   int
	sentence int
	verbs1   bool // the clause has a verb already
}

// mark is a cue that waits for its predicate.
type mark struct {
	at       int // token index of the cue
	from     int // token index from which the span is shown; -1 for none
	strength Strength
	negates  bool
	until    int // token index after which it is void
}

// reach is how many tokens a cue may stand before its verb.
const reach = 12

func (f *finder) norm(i int) string {
	if i < 0 || i >= len(f.tokens) {
		return ""
	}
	return f.tokens[i].Norm
}

// cue is the closed-class reading of a token; contractions are read by their
// second half ("they'll", "hasn't").
func (f *finder) cue(i int) (c cue, negated bool) {
	n := f.norm(i)
	if c, ok := f.cues[n]; ok {
		return c, n == "cannot"
	}
	if root, ok := strings.CutSuffix(n, "n't"); ok {
		switch root {
		case "wo", "sha":
			return f.cues["will"], true
		case "ca":
			return f.cues["can"], true
		}
		return f.cues[root], true
	}
	if i := strings.IndexByte(n, '\''); i > 0 && f.cues[n[:i]].class == pronoun {
		return f.cues[n[i:]], false
	}
	return cue{}, false
}

func (f *finder) run() {
	for i := 0; i < len(f.tokens); {
		i = f.step(i)
	}
}

// step reads what begins at token i and returns where to go on.
func (f *finder) step(i int) int {
	t := f.tokens[i]
	if t.Kind == text.Mark {
		f.boundary(t.Text)
		return i + 1
	}
	if t.Kind == text.Number {
		return i + 1
	}
	c, _ := f.cue(i)
	switch c.class {
	case joint, relative:
		f.verbs1 = false
		f.clause++
		return i + 1
	case condition, question:
		f.wait(mark{at: i, from: i, strength: c.strength, until: i + reach})
		f.verbs1 = false
		f.clause++
		return i + 1
	case nothing:
		return f.negativeNoun(i)
	case determiner, pronoun, proposal:
		if c.class == proposal && t.Norm == "without" && f.verbs[f.norm(i+1)].form == ing {
			f.wait(mark{at: i, from: i, negates: true, until: i + 2})
		}
		return i + 1
	case hedge:
		if p, next, ok := f.group(i); ok {
			f.add(p)
			return next
		}
		f.wait(mark{at: i, from: -1, strength: c.strength, until: i + reach})
		return i + 1
	}
	if s, ok := hedgingAdjectives[t.Norm]; ok {
		if next, ok := f.hedgedNoun(i, s); ok {
			return next
		}
	}
	if p, next, ok := f.group(i); ok {
		f.add(p)
		return next
	}
	return i + 1
}

// boundary ends a clause at a mark; sentence marks also void what waits.
func (f *finder) boundary(m string) {
	switch m {
	case ".", "!", "?", ";", ":":
		f.pending = f.pending[:0]
		f.sentence++
		f.clause++
		f.verbs1 = false
	case ",", "—", "–", "(", ")":
		f.clause++
		f.verbs1 = false
		kept := f.pending[:0]
		for _, m := range f.pending {
			if !m.negates {
				kept = append(kept, m)
			}
		}
		f.pending = kept
	}
}

func (f *finder) wait(m mark) { f.pending = append(f.pending, m) }

// add settles what waited on the predicate and keeps it.
func (f *finder) add(p Predicate) {
	first := p.Verb
	for first > 0 && f.tokens[first].Span.Start > p.Span.Start {
		first--
	}
	for _, m := range f.pending {
		if p.Verb > m.until {
			continue
		}
		if m.negates {
			p.Negated = !p.Negated
			p.not = f.tokens[m.at].Text
		}
		if m.strength > p.Strength || p.Strength == Conditional && m.strength == Confirmed {
			p.Strength = m.strength
		}
		if m.strength != Asserted || m.negates {
			p.Cue = strings.TrimSpace(f.tokens[m.at].Text + " " + p.Cue)
		}
		if m.from >= 0 && first-m.from <= reach {
			p.Span.Start = min(p.Span.Start, f.tokens[m.from].Span.Start)
		}
	}
	f.pending = f.pending[:0]
	p.clause = f.clause
	f.out = append(f.out, p)
	f.verbs1 = true
	if !p.Noun {
		f.complement(p)
	}
}

// complement lets a verb like "believe" or "deny" wait for the clause that is
// its object.
func (f *finder) complement(p Predicate) {
	s, ok := clausal[p.lemma]
	if !ok || p.Passive && s != Confirmed {
		return
	}
	next := p.Verb + 1
	if next >= len(f.tokens) || f.tokens[next].Kind == text.Mark {
		return
	}
	if p.Negated && s == Confirmed {
		s = Unconfirmed
	} else if p.Negated {
		return
	}
	from := p.Verb
	if c, _ := f.cue(from - 1); from > 0 && f.tokens[from-1].Kind == text.Word && c.class != joint && c.class != relative {
		from--
	}
	m := mark{at: p.Verb, from: from, strength: s, until: p.Verb + reach}
	if s == Denied {
		m.negates, m.strength = true, Asserted
	}
	f.wait(m)
}
