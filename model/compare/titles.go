// This file compares the offices, ranks and professions that the two articles
// give one person.

package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/entity"
	"doubletake/model/title"
)

// titles compares the titles of every person both articles name. Two people's
// titles are never laid beside each other.
func (p *pairing) titles() {
	for _, t := range p.twins {
		l, r := p.left.Entities[t.left], p.right.Entities[t.right]
		if l.Kind != model.Name || r.Kind != model.Name {
			continue
		}
		p.offices(l, r)
	}
	for k, l := range p.links {
		if l.Score >= roleLink {
			p.roles(k)
		}
	}
}

// roleLink is how sure two claims have to tell one thing for an office or a calling in
// both, of somebody whom a claim does not name, to be one row.
const roleLink = 0.6

// roles files the offices and callings that both claims of a link give, where one of them
// at least names nobody who has it: "two roofers", "the roofers". Only what is the same
// is told, and only the one of its kind in a claim: who is meant, nothing else says.
func (p *pairing) roles(link int) {
	l := p.links[link]
	xs, ys := p.left.rolesIn(l.Left), p.right.rolesIn(l.Right)
	for _, x := range xs {
		for _, y := range ys {
			if x.named && y.named || !alone(xs, x) || !alone(ys, y) || x.Offices[0].Plural != y.Offices[0].Plural {
				continue
			}
			if e := title.Compare(x.Offices[0], y.Offices[0]); e.Relation == title.Same {
				p.add(p.titled(entity.Entity{Label: x.Offices[0].Head}, x.Title, y.Title, e), link)
			}
		}
	}
}

// role is a title that a claim gives, and whether it names who has it.
type role struct {
	entity.Title
	named bool
}

// rolesIn are the single titles of a claim, those of the people it names among them. What
// part somebody plays ("a neighbour") is none here, nor what is told inside a quotation.
func (s *side) rolesIn(c model.ClaimIndex) []role {
	var out []role
	for _, id := range s.entitiesOf[c] {
		for _, t := range s.Entities[id].Titles {
			if t.Claim == c && len(t.Offices) == 1 && t.Offices[0].Class != title.Honorific && t.Offices[0].Class != title.Kin {
				out = append(out, role{t, true})
			}
		}
	}
	tokens := s.Tokens[c]
	for _, r := range title.All(tokens) {
		at := model.Span{Start: tokens[r.From].Span.Start, End: tokens[r.To-1].Span.End}
		if w := s.words(at); tokens[r.To-1].Possessive() {
			at.End -= len(w) - strings.LastIndexAny(w, "'’")
		}
		offices := title.Parse(tokens[r.From:r.To])
		if len(offices) != 1 || offices[0].Class == title.Role || offices[0].Head == "member" || s.quoted(at) || slices.ContainsFunc(out, func(x role) bool { return x.Span.Start < at.End && at.Start < x.Span.End }) || s.ofBody(c, at) {
			continue
		}
		out = append(out, role{entity.Title{Claim: c, Span: at, Offices: offices}, false})
	}
	return out
}

// ofBody reports whether words are part of a name: "Soldiers' Home", "Workers Union".
func (s *side) ofBody(c model.ClaimIndex, at model.Span) bool {
	return slices.ContainsFunc(s.entitiesOf[c], func(id int) bool {
		return slices.ContainsFunc(s.Entities[id].Mentions, func(m entity.Mention) bool { return m.Span.Contains(at) })
	})
}

// alone reports whether a role is the one of its kind in a claim.
func alone(all []role, x role) bool {
	n := 0
	for _, y := range all {
		if y.Offices[0].Head == x.Offices[0].Head {
			if n++; n > 1 {
				return false
			}
		}
	}
	return n == 1
}

// offices files what the titles of one person come to: each that both articles
// give, and a conflict only between two that have no counterpart; where there is neither,
// what each of them calls the person.
func (p *pairing) offices(l, r entity.Entity) {
	usedL, usedR := make([]bool, len(l.Titles)), make([]bool, len(r.Titles))
	for _, want := range [][]title.Relation{{title.Same}, {title.Coarser}, {title.Conflict}} {
		for i, x := range l.Titles {
			for j, y := range r.Titles {
				if usedL[i] && usedR[j] || want[0] == title.Conflict && (usedL[i] || usedR[j]) {
					continue
				}
				e := title.CompareAll(p.inOneBody(x, y))
				if !slices.Contains(want, e.Relation) {
					continue
				}
				usedL[i], usedR[j] = true, true
				p.add(p.titled(l, x, y, e), everywhere)
			}
		}
	}
	for i, used := range usedL {
		if used && !address(l.Titles[i]) {
			return
		}
	}
	for _, x := range l.Titles {
		for _, y := range r.Titles {
			if title.Another(x.Offices, y.Offices) || title.TwoParts(x.Offices, y.Offices) && p.exclusive(l, r, x, y) {
				f := p.titled(l, x, y, title.Evidence{Why: "each article calls the same person something else; both can be true"})
				f.Relation, f.Severity = model.Differs, model.Medium
				if p.exclusive(l, r, x, y) {
					f.Relation, f.Why = model.Conflict, "two posts for one person, where both articles tell one thing of him or her"
				}
				p.add(f, everywhere)
				return
			}
		}
	}
}

// address reports whether a title is no more than a form of address: "Dr".
func address(t entity.Title) bool {
	return !slices.ContainsFunc(t.Offices, func(o title.Office) bool { return o.Class != title.Honorific })
}

// postLink is how sure two claims have to tell one thing for two posts of a person named
// in them to exclude each other, publicLink the same for public offices with one holder
// each, where neither article gives that person another.
const (
	postLink   = 0.85
	publicLink = 0.45
)

// exclusive reports whether two titles are two posts, and where they stand tells one thing.
func (p *pairing) exclusive(l, r entity.Entity, x, y entity.Title) bool {
	score := p.linkScore(x.Claim, y.Claim)
	two := title.TwoParts(x.Offices, y.Offices) || title.TwoPosts(x.Offices, y.Offices)
	return title.Rivals(x.Offices, y.Offices) && score >= postLink ||
		two && score >= publicLink && oneOffice(l) && oneOffice(r)
}

// oneOffice reports whether an article gives a person one title, told once or more, forms
// of address aside.
func oneOffice(e entity.Entity) bool {
	var only title.Office
	for _, t := range e.Titles {
		for _, o := range t.Offices {
			if o.Class == title.Honorific {
				continue
			}
			if only.Head != "" && only.Head != o.Head {
				return false
			}
			only = o
		}
	}
	return only.Head != ""
}

// linkScore is how sure the link of two claims is, 0 for none.
func (p *pairing) linkScore(l, r model.ClaimIndex) float64 {
	at, ok := slices.BinarySearchFunc(p.links, model.Link{Left: l, Right: r}, compareLinks)
	if !ok {
		return 0
	}
	return p.links[at].Score
}

// officesOf are the offices of a title, the first told as the only one where the
// article before it, which is no part of it, says so, or where none stands before an
// apposition: ", leader of the union".
func (s *side) officesOf(t entity.Title) []title.Office {
	if len(t.Offices) == 0 || t.Offices[0].Sole || t.Offices[0].Plural {
		return t.Offices
	}
	before := s.Article.Text[:t.Span.Start]
	the := strings.EqualFold(before[max(0, len(before)-len("the ")):], "the ")
	if bare := strings.HasSuffix(before, ", ") && strings.Contains(s.words(t.Span), " of "); !the && !bare {
		return t.Offices
	}
	out := slices.Clone(t.Offices)
	out[0].Sole = true
	return out
}

// inOneBody are the offices of two titles, with one name for a body that both give by
// names that share no word: "deputy chairman of the State Security Committee", "deputy head of the KGB".
func (p *pairing) inOneBody(x, y entity.Title) (a, b []title.Office) {
	a, b = p.left.officesOf(x), p.right.officesOf(y)
	if len(a) != 1 || len(b) != 1 {
		return a, b
	}
	for _, id := range p.left.entitiesOf[x.Claim] {
		k, ok := p.twinOfLeft[id]
		if !ok {
			continue
		}
		l, r := p.left.Entities[id], p.right.Entities[p.twins[k].right]
		if l.Kind != model.Organisation || r.Kind != model.Organisation {
			continue
		}
		m, okL := within(l, x)
		n, okR := within(r, y)
		if okL && okR {
			body := fmt.Sprintf("twin %d", k)
			return []title.Office{a[0].Renamed(p.left.Tokens[m.Claim][m.From:m.To], body)}, []title.Office{b[0].Renamed(p.right.Tokens[n.Claim][n.From:n.To], body)}
		}
	}
	return a, b
}

// within is the mention of a body inside a title.
func within(e entity.Entity, t entity.Title) (entity.Mention, bool) {
	first, _ := slices.BinarySearchFunc(e.Mentions, t.Claim, func(m entity.Mention, c model.ClaimIndex) int { return cmp.Compare(m.Claim, c) })
	for _, m := range e.Mentions[first:] {
		if m.Claim != t.Claim {
			break
		}
		if t.Span.Contains(m.Span) {
			return m, true
		}
	}
	return entity.Mention{}, false
}

func (p *pairing) titled(who entity.Entity, x, y entity.Title, e title.Evidence) model.Fact {
	f := model.Fact{
		Kind: model.Title, About: who.Label, Why: e.Why,
		Left:  model.Mention{Claim: x.Claim, Span: x.Span, Value: fold(p.left.words(x.Span))},
		Right: model.Mention{Claim: y.Claim, Span: y.Span, Value: fold(p.right.words(y.Span))},
	}
	switch e.Relation {
	case title.Conflict:
		f.Relation, f.Severity = model.Conflict, model.High
		f.Beware = p.mistaken(who, y)
	default:
		f.Relation = model.Same
		if f.Why == "" {
			f.Why = "the same office"
		}
	}
	return f
}

// anywhere is offices without the country they are held in.
func anywhere(offices []title.Office) []title.Office {
	out := slices.Clone(offices)
	for i := range out {
		out[i].Country = ""
	}
	return out
}

// mistaken names another person of the left article who holds the office that the
// right one gives this person: the false match a reader could fall for.
func (p *pairing) mistaken(who entity.Entity, y entity.Title) string {
	for _, e := range p.left.Entities {
		if e.Kind != model.Name || e.Label == who.Label {
			continue
		}
		for _, t := range e.Titles {
			if r := title.CompareAll(anywhere(t.Offices), anywhere(y.Offices)).Relation; r == title.Same || r == title.Coarser {
				return fmt.Sprintf("the left article’s “%s” is %s", p.left.words(t.Span), e.Label)
			}
		}
	}
	return ""
}
