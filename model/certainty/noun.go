// This file reads nouns under a cue ("a potential thaw", "no serious
// injuries") and gathers the words near each predicate.

package certainty

import (
	"doubletake/model"
	"doubletake/model/text"
)

// longestPhrase bounds the words between a cue and its noun.
const longestPhrase = 4

// head is the last noun of the phrase that begins at token i: its index, or
// false where no phrase stands there.
func (f *finder) head(i int) (int, bool) {
	last := -1
	for j := i; j < len(f.tokens) && j < i+longestPhrase; j++ {
		t := f.tokens[j]
		if t.Kind != text.Word {
			if t.Text == "-" && t.Glued {
				continue
			}
			break
		}
		c, _ := f.cue(j)
		if c.class != open {
			break
		}
		v := f.verbs[t.Norm]
		if last >= 0 && v.class == 'v' && (v.form == past || v.form == ing || v.form == third) {
			break
		}
		last = j
	}
	return last, last >= 0
}

// hedgedNoun reads a noun under a hedging adjective at token i.
func (f *finder) hedgedNoun(i int, s Strength) (next int, ok bool) {
	h, ok := f.head(i + 1)
	if !ok {
		return 0, false
	}
	before, _ := f.cue(i - 1)
	start := i
	if before.class == determiner {
		start--
	}
	f.addNoun(start, i, h, Predicate{Strength: s, Cue: f.tokens[i].Text})
	return h + 1, true
}

// negativeNoun reads "no", "neither", "none" at token i: before the verb of its
// clause it negates that verb, as its object it negates the verb before it, and
// after "there is" it stands for itself.
func (f *finder) negativeNoun(i int) int {
	n := f.norm(i)
	if !f.verbs1 {
		if n == "neither" || n == "none" || n == "nobody" || n == "nothing" || n == "no" {
			f.wait(mark{at: i, from: i, negates: true, until: i + reach})
		}
		return i + 1
	}
	last := len(f.out) - 1
	if last < 0 || f.out[last].Noun || n == "neither" {
		return i + 1
	}
	h, ok := f.head(i + 1)
	if !ok && n == "no" || i-f.out[last].Verb > 2 {
		return i + 1
	}
	if n != "no" {
		h = i
	}
	p := &f.out[last]
	if p.lemma == "be" {
		f.addNoun(i, i, h, Predicate{Negated: true, Cue: f.tokens[i].Text, not: f.tokens[i].Text})
		return h + 1
	}
	p.Negated = !p.Negated
	p.not = f.tokens[i].Text
	p.Cue = joined(p.Cue, p.not)
	p.Span.End = f.tokens[h].Span.End
	return i + 1
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}

func (f *finder) addNoun(start, at, h int, p Predicate) {
	p.Noun, p.Verb = true, h
	p.Stem = text.Stem(f.tokens[h].Norm)
	p.lemma = singular(f.tokens[h].Norm)
	p.Span = model.Span{Start: f.tokens[start].Span.Start, End: f.tokens[h].Span.End}
	p.clause = f.clause
	f.out = append(f.out, p)
}

// singular is the noun without a plural ending, as the lexicon has it.
func singular(n string) string {
	nouns := meanings().nouns
	if _, ok := nouns[n]; ok || len(n) < 4 || n[len(n)-1] != 's' {
		return n
	}
	if _, ok := nouns[n[:len(n)-1]]; ok {
		return n[:len(n)-1]
	}
	if n[len(n)-2] == 'e' {
		if _, ok := nouns[n[:len(n)-2]]; ok {
			return n[:len(n)-2]
		}
		if n[len(n)-3] == 'i' {
			return n[:len(n)-3] + "y"
		}
	}
	return n[:len(n)-1]
}

// nearest bounds the content words kept on either side of a predicate.
const nearest = 10

// near gathers the content words around each predicate: those between it and
// the next one, then those between it and the one before, within the sentence.
func (f *finder) near() {
	for n := range f.out {
		p := &f.out[n]
		from, to := 0, len(f.tokens)
		if n > 0 {
			from = f.out[n-1].Verb + 1
		}
		if n+1 < len(f.out) {
			to = f.out[n+1].Verb
		}
		p.Near = f.terms(p.Near, p.Verb+1, to, 1)
		p.Near = f.terms(p.Near, p.Verb-1, from-1, -1)
	}
}

// terms appends the content words from token i towards end (not included).
func (f *finder) terms(out []Term, i, end, step int) []Term {
	for n := 0; i != end && i >= 0 && i < len(f.tokens) && n < nearest; i += step {
		t := f.tokens[i]
		if t.Kind == text.Mark {
			if len(t.Text) == 1 && (t.Text[0] == '.' || t.Text[0] == ';' || t.Text[0] == '?' || t.Text[0] == '!') {
				break
			}
			continue
		}
		if t.Kind == text.Word && text.Stop(t.Norm) {
			continue
		}
		n++
		out = append(out, Term{Stem: text.Stem(t.Norm), Weight: text.Weight(t.Norm) / (1 + 0.08*float64(n-1)), lemma: singular(t.Norm)})
	}
	return out
}
