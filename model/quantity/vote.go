// This file reads votes that a clause tells: "five voted to sack him and two to keep him",
// "all 12 members voted for it".

package quantity

import (
	"math"

	"doubletake/model"
)

// Bounds of a told vote: the largest, and how far the other side stands behind the first.
const (
	mostVoters = 1000
	voteReach  = 12
	voterReach = 6
)

// voters is a number of people who vote, and the token behind it.
func (p *parser) voters(i int) (n float64, end int, ok bool) {
	f, ok := p.cardinal(i)
	if !ok || f.low != math.Trunc(f.low) || f.scaled || f.low > mostVoters {
		return 0, i, false
	}
	return f.low, f.end, true
}

// vote reads a vote with both its sides, from the number or the "all" at token i.
func (p *parser) vote(i int) (Mention, int, bool) {
	at := i
	if p.norm(i) == "all" {
		at++
	}
	yes, end, ok := p.voters(at)
	if !ok {
		return Mention{}, i, false
	}
	against, next, ok := p.votesAgainst(end, at > i)
	if !ok {
		return Mention{}, i, false
	}
	m := Mention{Claim: p.claim, Dimension: Score, Low: yes, High: against, Place: 1}
	m, _, ok = p.finish(m, i, i, end, end)
	next = max(next, end)
	m.Clause = model.Span{Start: m.Span.Start, End: p.ts[min(next, len(p.ts))-1].Span.End}
	return m, next, ok
}

// votesAgainst is how many voted the other way, where so many, told before token end, vote
// together: those who are named as such, and none where all vote for it.
func (p *parser) votesAgainst(end int, all bool) (n float64, next int, ok bool) {
	verb, body := p.ballot(end)
	switch {
	case verb < 0 || !all && p.norm(verb) != "voted":
		return 0, end, false
	case all:
		return 0, end, body || p.norm(verb) == "voted"
	}
	return p.otherSide(verb)
}

// ballot is the token of a verb of voting right behind those who vote, -1 for none; body
// tells that they are named as members of a body that votes.
func (p *parser) ballot(from int) (verb int, body bool) {
	for k := from; k < from+voterReach && !p.bars(k); k++ {
		w := p.norm(k)
		if p.lex.in(ballotSet, w) {
			return k, body
		}
		body = body || p.lex.in(voterSet, singular(p.lex, w))
	}
	return -1, body
}

// otherSide reads the second number of "five voted to sack him and two to keep him", "12
// voted for and three against".
func (p *parser) otherSide(verb int) (n float64, next int, ok bool) {
	for k := verb + 1; k < min(verb+voteReach, len(p.ts)); k++ {
		if !p.begins(k) || p.norm(k-1) != "and" && p.norm(k-1) != "with" && p.norm(k-1) != "while" && !p.mark(k-1, ",") {
			continue
		}
		n, end, ok := p.voters(k)
		for ok && (p.lex.in(voterSet, singular(p.lex, p.norm(end))) || p.norm(end) == "voted" || p.norm(end) == "voting") {
			end++
		}
		switch w := p.norm(end); {
		case ok && w == "against":
			return n, end + 1, true
		case ok && w == "to" && p.norm(verb+1) == "to" && p.norm(end+1) != "":
			return n, end + 2, true
		}
	}
	return 0, verb, false
}
