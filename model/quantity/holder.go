// This file reads whose a share is: "60 per cent owned by Jo Bloggs", "Jo Bloggs
// owns 40 per cent", "the other 60 per cent belongs to Jo Bloggs".

package quantity

import (
	"slices"

	"doubletake/model/text"
)

// Windows for the verb and the name of a share's holder, in tokens.
const (
	holderVerb   = 7
	holderAfter  = 10
	holderBefore = 20
)

// holder is the name of who holds a share, as written, "" where none is told.
func (p *parser) holder(start, end int) string {
	for k := end; k < min(end+holderVerb, len(p.ts)) && !p.mark(k, ",;"); k++ {
		w, next := p.norm(k), p.norm(k+1)
		if next == "by" && p.holds(w) || next == "to" && (w == "belongs" || w == "belonged" || w == "belonging") {
			return p.firstName(k + 2)
		}
	}
	for k := start - 1; k >= max(0, start-3); k-- {
		if p.holds(p.norm(k)) {
			return p.lastName(k - 1)
		}
		if p.mark(k, ",;.") {
			break
		}
	}
	switch p.norm(end) {
	case "stake", "share", "holding", "interest":
		if p.tok(start - 1).Possessive() { // "Jo Bloggs's 40 per cent stake"
			return p.lastName(start - 1)
		}
	}
	return ""
}

func (p *parser) holds(w string) bool {
	switch w {
	case "own", "owns", "owned", "hold", "holds", "held", "control", "controls", "controlled", "retains", "retained":
		return true
	}
	return false
}

// firstName is the first name of two words or more from token i on, in the same
// sentence; else the first single capitalised word.
func (p *parser) firstName(i int) string {
	single := ""
	for k := i; k < min(i+holderAfter, len(p.ts)) && !p.mark(k, ";"); k++ {
		if t := p.tok(k); t.Kind != text.Word || !t.Upper() {
			continue
		}
		if p.tok(k + 1).Upper() {
			return p.nameFrom(k)
		}
		if single == "" {
			single = p.ts[k].Text
		}
	}
	return single
}

// lastName is the name that ends nearest before token i, in the same sentence, and
// is no object of a preposition: "Jo Bloggs, a director of Acme, owns".
func (p *parser) lastName(i int) string {
	for k := i; k >= max(0, i-holderBefore) && !p.mark(k, ";"); k-- {
		if t := p.tok(k); t.Kind != text.Word || !t.Upper() || text.Stop(t.Norm) {
			continue
		}
		first := k
		for p.tok(first - 1).Upper() {
			first--
		}
		switch p.norm(first - 1) {
		case "of", "at", "in", "for", "with", "by", "from", "on", "to":
			k = first
		default:
			return p.nameBefore(k)
		}
	}
	return ""
}

// heldByOne reports whether one and the same holder is named beside both shares.
func heldByOne(x, y Mention) bool {
	return x.Holder != "" && y.Holder != "" && samePerson(x.Holder, y.Holder)
}

// heldByTwo reports whether the two shares are named as those of two holders, who
// have not a word, or the beginning of one, in common.
func heldByTwo(x, y Mention) bool {
	if x.Holder == "" || y.Holder == "" || samePerson(x.Holder, y.Holder) {
		return false
	}
	theirs := nameWords(y.Holder)
	return !slices.ContainsFunc(nameWords(x.Holder), func(w string) bool {
		return slices.ContainsFunc(theirs, func(v string) bool { return w == v || min(len(w), len(v)) >= 6 && w[:6] == v[:6] })
	})
}
