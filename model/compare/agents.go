// This file compares who did a thing: who ordered the inquiry, who was at the wheel.

package compare

import (
	"cmp"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/certainty"
	"doubletake/model/entity"
	"doubletake/model/text"
)

// How near two verbs have to be, and what share of the words near them has to be the same, for
// two people to clash over who did one thing.
const (
	agentVerb  = 0.8
	agentWords = 0.25
	agentSure  = 0.9 // a link from which one verb is enough
)

// deeds are verbs for what one person alone does as a rule: two may have praised a plan, and
// scored in a game. Own list.
var deeds = map[string]bool{
	"order": true, "propose": true, "appoint": true, "name": true, "nominate": true, "found": true, "discover": true,
	"invent": true, "design": true, "initiate": true, "commission": true, "authorize": true, "commandeer": true,
	"sack": true, "dismiss": true, "fire": true, "drive": true, "pilot": true, "fly": true, "steer": true,
	"captain": true, "skipper": true, "command": true, "lead": true, "chair": true, "head": true, "own": true,
	"kill": true, "shoot": true, "stab": true, "strangle": true, "murder": true, "detonate": true, "plant": true,
	"set_off": true, "fire_at": true, "write": true, "compose": true, "paint": true, "direct": true, "coach": true,
	"succeed": true, "replace": true, "officiate": true, "umpire": true, "referee": true, "dissolve": true,
	"convene": true, "veto": true, "draft": true, "deliver": true,
}

// agent is who did what a predicate tells.
type agent struct {
	entity int
	at     model.Span
	did    certainty.Predicate
}

// agents compares the people who did one thing by the linked claims: the one before an active
// verb, the one after the "by" of a passive one. Whom the other claim names as well did
// something else in it.
func (p *pairing) agents() {
	for k, l := range p.links {
		if l.Score < p.clashFrom() {
			continue
		}
		doers := p.right.doers(l.Right)
		for _, a := range p.left.doers(l.Left) {
			for _, b := range doers {
				if x, y := a.did, b.did; p.anotherDid(l, a, b) && oneDeed(x, y, l.Score) {
					p.add(model.Fact{Kind: model.Attribution, Relation: model.Conflict, Severity: model.High,
						About: clauseAbout(&p.left, l.Left, x.Span), Why: "two people for one deed (‘" + strings.ReplaceAll(x.Lemma, "_", " ") + "’)",
						Left:  model.Mention{Claim: l.Left, Span: a.at, Value: fold(p.left.Entities[a.entity].Label)},
						Right: model.Mention{Claim: l.Right, Span: b.at, Value: fold(p.right.Entities[b.entity].Label)}}, k)
				}
			}
		}
	}
}

// told are the first predicates of a claim, more than any sentence has.
func (s *side) told(c model.ClaimIndex) []certainty.Predicate {
	return s.Predicates[c][:min(len(s.Predicates[c]), mostNoted)]
}

// oneDeed reports whether two predicates tell one deed.
func oneDeed(x, y certainty.Predicate, link float64) bool {
	if !deeds[x.Lemma] && !deeds[y.Lemma] || x.Negated || y.Negated {
		return false
	}
	verb, words := certainty.Match(x, y)
	return verb >= agentVerb && words >= agentWords || x.Lemma == y.Lemma && link >= agentSure
}

// anotherDid reports whether two agents are two people, neither of whom the other's claim names.
func (p *pairing) anotherDid(l model.Link, a, b agent) bool {
	if t, ok := p.twinOfLeft[a.entity]; ok && slices.Contains(p.right.entitiesOf[l.Right], p.twins[t].right) {
		return false
	}
	if t, ok := p.twinOfRight[b.entity]; ok && slices.Contains(p.left.entitiesOf[l.Left], p.twins[t].left) {
		return false
	}
	return true
}

// How many tokens may stand between a verb and its "by", and a title between that and the name
// of who did it.
const (
	beforeBy = 6
	afterBy  = 6
)

// inserted is how many tokens may stand between commas behind a name and before its verb.
const inserted = 12

// doers are who did what the predicates of a claim tell, where the claim says so.
func (s *side) doers(c model.ClaimIndex) (out []agent) {
	for _, p := range s.told(c) {
		if a, ok := s.agent(c, p); ok {
			a.did = p
			out = append(out, a)
		}
	}
	return out
}

// agent is the person who did what a predicate tells.
func (s *side) agent(c model.ClaimIndex, p certainty.Predicate) (agent, bool) {
	t := s.Tokens[c]
	if p.Noun {
		return agent{}, false
	}
	if p.Passive {
		by := slices.IndexFunc(t[min(p.Verb+1, len(t)):min(p.Verb+beforeBy, len(t))], func(t text.Token) bool { return t.Norm == "by" })
		if by < 0 {
			return agent{}, false
		}
		by += p.Verb + 2
		return s.person(c, 1, func(from, _ int) bool { return from >= by && from <= by+afterBy && unbroken(t[by:from]) })
	}
	first, _ := tokenRange(t, p.Span)
	return s.person(c, -1, func(_, to int) bool {
		return to <= first && (to == first || first-to <= inserted && t[to].Text == "," && t[first-1].Text == ",")
	})
}

// unbroken reports whether no mark stands among some tokens, but the dot of "Mr." and a
// comma at their end: "the minister, Irena Kolar".
func unbroken(t []text.Token) bool {
	if n := len(t); n > 0 && t[n-1].Text == "," {
		t = t[:n-1]
	}
	return !slices.ContainsFunc(t, func(t text.Token) bool { return t.Kind == text.Mark && t.Text != "." })
}

// person is the first one of a claim, or the last one for an order of -1, of whom a mention
// stands where it may.
func (s *side) person(c model.ClaimIndex, order int, may func(from, to int) bool) (found agent, ok bool) {
	for _, id := range s.entitiesOf[c] {
		e := s.Entities[id]
		if e.Kind != model.Name {
			continue
		}
		first, _ := slices.BinarySearchFunc(e.Mentions, c, func(m entity.Mention, c model.ClaimIndex) int { return cmp.Compare(m.Claim, c) })
		for _, m := range e.Mentions[first:] {
			if m.Claim != c {
				break
			}
			from, to := tokenRange(s.Tokens[c], m.Span)
			if may(from, to) && (!ok || cmp.Compare(m.Span.Start, found.at.Start)*order < 0) {
				found, ok = agent{entity: id, at: m.Span}, true
			}
		}
	}
	return found, ok
}
