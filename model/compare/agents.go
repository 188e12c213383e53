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
	"set_off": true, "write": true, "compose": true, "paint": true, "direct": true, "coach": true,
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
		p.powers(k)
		doers := p.right.doers(l.Right)
		for _, a := range p.left.doers(l.Left) {
			for _, b := range doers {
				if x, y := a.did, b.did; p.anotherDid(l, a, b) && oneDeed(x, y, l.Score) {
					p.add(model.Fact{Kind: model.Attribution, Relation: model.Conflict, Severity: model.High,
						About: p.about(k, l.Left, x.Span), Why: "two people for one deed (‘" + strings.ReplaceAll(x.Lemma, "_", " ") + "’)",
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

// decrees are deeds that one public body does alone: it orders, and the others comply.
var decrees = map[string]bool{
	"order": true, "authorize": true, "commission": true, "appoint": true, "sack": true, "dismiss": true, "dissolve": true, "convene": true, "veto": true,
}

// power is the branch of public life that a body which did something belongs to.
type power struct {
	branch string
	at     model.Span
	did    certainty.Predicate
}

// estranged are the branches of which no body is a part, a parent or a mouth of one of the
// other: a court may grant what prosecutors ask for, and an agency may be a ministry's.
var estranged = map[[2]string]bool{
	{"agency", "prosecution"}: true, {"agency", "court"}: true, {"council", "court"}: true, {"council", "ministry"}: true,
	{"council", "prosecution"}: true, {"court", "ministry"}: true, {"ministry", "prosecution"}: true,
}

// powers files two public bodies of strange branches for one decree of a link, where
// neither article tells that the other one's branch decreed something as well.
func (p *pairing) powers(link int) {
	l := p.links[link]
	ys := p.right.decreed(l.Right)
	for _, x := range p.left.decreed(l.Left) {
		for _, y := range ys {
			if !estranged[[2]string{x.branch, y.branch}] && !estranged[[2]string{y.branch, x.branch}] || !oneDecree(x.did, y.did, l.Score) || p.left.concerns(l.Left, y.branch) || p.right.concerns(l.Right, x.branch) {
				continue
			}
			p.add(model.Fact{Kind: model.Organisation, Relation: model.Conflict, Severity: model.High,
				About: p.about(link, l.Left, x.did.Span), Why: "two bodies for one deed (‘" + x.did.Lemma + "’)",
				Left:  model.Mention{Claim: l.Left, Span: x.at, Value: fold(p.left.words(x.at))},
				Right: model.Mention{Claim: l.Right, Span: y.at, Value: fold(p.right.words(y.at))}}, link)
		}
	}
}

// decreeWords is what share of the words near one verb of two bodies has to be the same: what
// is ordered of whom is told in many ways, and two bodies of strange branches seldom order alike.
const decreeWords = 0.2

// oneDecree reports whether two predicates tell one decree.
func oneDecree(x, y certainty.Predicate, link float64) bool {
	_, words := certainty.Match(x, y)
	return oneDeed(x, y, link) || x.Lemma == y.Lemma && words >= decreeWords
}

// concerns reports whether a claim names a body of some branch, which may have asked for
// what was decreed, or the article has one decree anything.
func (s *side) concerns(c model.ClaimIndex, b string) bool {
	for i := range s.Tokens[c] {
		for n := range 3 {
			if branch(s.Tokens[c][max(0, i-n):i+1]) == b {
				return true
			}
		}
	}
	for c := range s.Claims {
		if slices.ContainsFunc(s.decreed(model.ClaimIndex(c)), func(x power) bool { return x.branch == b }) {
			return true
		}
	}
	return false
}

// decreed are the public bodies that a claim has decree something.
func (s *side) decreed(c model.ClaimIndex) (out []power) {
	for _, p := range s.Predicates[c] {
		if !decrees[p.Lemma] || p.Noun || p.Negated {
			continue
		}
		if from, to, ok := s.doing(c, p); ok {
			if b := branch(s.Tokens[c][from:to]); b != "" {
				at := model.Span{Start: s.Tokens[c][from].Span.Start, End: s.Tokens[c][to-1].Span.End}
				out = append(out, power{b, at, p})
			}
		}
	}
	return out
}

// longestDoer bounds the words for who did something.
const longestDoer = 10

// doing is the phrase that tells who did what a predicate tells, by its place alone: right
// before the verb or a clause between commas, or behind "by".
func (s *side) doing(c model.ClaimIndex, p certainty.Predicate) (from, to int, ok bool) {
	t := s.Tokens[c]
	if p.Passive {
		for from = p.Verb + 1; from < min(p.Verb+beforeBy, len(t)) && t[from].Norm != "by"; from++ {
		}
		from++
		for to = from; to < len(t) && to-from < longestDoer && !parting(t[to]); to++ {
		}
		return from, to, from < to && !(to < len(t) && joining(t[to]))
	}
	to, _ = tokenRange(t, p.Span)
	if to > 1 && t[to-1].Text == "," {
		for k := to - 2; k > 0 && to-k <= inserted+4; k-- {
			if t[k].Text == "," {
				to = k
				break
			}
		}
	}
	for from = to; from > 0 && to-from < longestDoer && !parting(t[from-1]); from-- {
	}
	return from, to, from < to && !(from > 0 && joining(t[from-1]))
}

// joining reports whether a word joins two who did one thing.
func joining(t text.Token) bool { return t.Norm == "and" || t.Norm == "or" }

// parting reports whether a token is no part of a phrase for a body.
func parting(t text.Token) bool {
	switch t.Norm {
	case "and", "or", "but", "that", "which", "who", "when", "after", "before", "while", "as", "said", "on", "to", "by", "from", "because":
		return true
	}
	return t.Kind == text.Mark && !t.Glued || t.Text == "," || t.Text == "." || t.Text == ";" || t.Text == ":"
}

// branch is the branch of public life that a phrase names a body of, "" for none that its
// words make sure.
func branch(t []text.Token) string {
	end := slices.IndexFunc(t, func(t text.Token) bool { return t.Norm == "in" || t.Norm == "of" || t.Norm == "for" || t.Norm == "at" })
	if end < 0 {
		end = len(t)
	}
	if end == 0 {
		return ""
	}
	before := func(words ...string) bool { return end > 1 && slices.Contains(words, t[end-2].Norm) }
	switch t[end-1].Norm {
	case "court", "tribunal", "judge", "magistrate":
		return "court"
	case "prosecutor", "prosecutors":
		return "prosecution"
	case "office":
		if before("prosecutor", "prosecutors", "prosecution") || end > 2 && (t[end-2].Text == "'" || t[end-2].Text == "’") && t[end-3].Norm == "prosecutors" {
			return "prosecution"
		}
	case "council":
		if before("city", "town", "county", "district", "village", "municipal", "borough", "parish") {
			return "council"
		}
	case "ministry":
		if end < len(t) && t[end].Norm == "of" && end+1 < len(t) && t[end+1].Norm != "justice" || end > 1 && !before("the", "justice", "interior") {
			return "ministry"
		}
	case "authority", "agency":
		if end > 2 && t[end-1].Upper() && t[end-2].Upper() {
			return "agency"
		}
	}
	return ""
}
