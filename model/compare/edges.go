// This file reads hours that are told as those at which a thing begins or ends:
// "the square was quiet until 10 a.m., when the fair opens".

package compare

import (
	"slices"

	"doubletake/model/date"
	"doubletake/model/text"
)

// edge is what an hour is the beginning or the end of.
type edge struct {
	event string // the stem of the noun
	ends  bool
}

// whenClause is how many tokens a clause may have up to its verb.
const whenClause = 16

// edgeOf reads the clause behind an hour; false where it tells no beginning or end.
func (s *side) edgeOf(d date.Mention) (edge, bool) {
	if !d.Value.Clock.Known || d.Value.Until.Known {
		return edge{}, false
	}
	t, stems := s.Tokens[d.Claim], s.Stems[d.Claim]
	_, k := tokenRange(t, d.Span)
	if k+1 >= len(t) || t[k].Text != "," || t[k+1].Norm != "when" {
		return edge{}, false
	}
	var e edge
	for i := k + 2; i < min(k+2+whenClause, len(t)); i++ {
		switch t[i].Norm {
		case "begins", "began", "begin", "starts", "started", "start", "opens", "opened", "open":
			return e, e.event != ""
		case "ends", "ended", "end", "closes", "closed", "close", "expires", "expired", "expire":
			e.ends = true
			return e, e.event != ""
		}
		if e.event == "" && t[i].Kind == text.Word {
			e.event = stems[i]
		}
	}
	return edge{}, false
}

// edges lays the hour at which one article has a thing begin or end beside the
// hours from and to which the other has it last, and says whether it did: then both
// are hours of one thing. What such an hour bounds is another matter.
func (p *pairing) edges(x, y date.Mention) (a, b date.Mention, ok bool) {
	if e, ok := p.right.edgeOf(y); ok {
		if a, ok := p.left.hourOf(e, x); ok {
			y.Value.Bound = date.In
			return a, y, true
		}
	}
	if e, ok := p.left.edgeOf(x); ok {
		if b, ok := p.right.hourOf(e, y); ok {
			x.Value.Bound = date.In
			return x, b, true
		}
	}
	return x, y, false
}

// hourOf is the hour of a mention at which the event of e begins or ends, where that
// stands near it.
func (s *side) hourOf(e edge, d date.Mention) (date.Mention, bool) {
	if !d.Value.Clock.Known || !slices.ContainsFunc(s.around(d.Claim, d.Span), func(t term) bool { return t.stem == e.event }) {
		return d, false
	}
	if own, ok := s.edgeOf(d); ok {
		d.Value.Bound = date.In
		return d, own == e
	}
	if d.Value.Until.Known {
		if e.ends {
			d.Value.Clock = d.Value.Until
		}
		d.Value.Until = date.Clock{}
		return d, true
	}
	return d, false
}
