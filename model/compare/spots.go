// This file compares where linked claims put one thing by common nouns: "found in the
// kitchen", "found in the cellar".

package compare

import (
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/certainty"
	"doubletake/model/place"
	"doubletake/model/text"
)

// How near two verbs have to be, and what share of the words near them has to be the same,
// for what they tell to be put in two spots.
const (
	spotVerb   = 0.8
	spotWords  = 0.2
	spotLink   = 0.6
	spotSure   = 0.8 // a link from which one verb is enough
	spotSurest = 0.9 // the same for two verbs of one meaning: "the fire started", "the blaze broke out"
)

// whereabout is a phrase like "in the kitchen" behind a verb.
type whereabout struct {
	place.Spot
	where string // of wheres
	span  model.Span
}

// spotWhere groups the prepositions that say where, to where and from where; some go with
// spots only, which wheres leaves out for named places.
func spotWhere(preposition string) string {
	switch preposition {
	case "on", "aboard", "onto":
		return "in"
	case "into":
		return "to"
	case "through", "via":
		return "through"
	}
	return wheres[preposition]
}

// longestSpot is how many tokens a phrase has at most from its preposition to its noun.
const longestSpot = 6

// falls are verbs of which "into" and "in", "onto" and "on" tell the same: where it ended.
var falls = map[string]bool{"crash": true, "fall": true, "drop": true, "plunge": true, "plummet": true, "come_down": true,
	"land": true, "throw": true, "hurl": true, "fling": true, "toss": true, "dump": true, "sink": true, "skid": true}

// spotsAfter lists the spots behind a verb of a claim, up to the next verb; a participle that
// describes the thing ("found it, wrapped in a blanket") does not lead away from it.
func (s *side) spotsAfter(c model.ClaimIndex, verb certainty.Predicate) (out []whereabout) {
	t := s.Tokens[c]
	end := len(t)
	for _, p := range s.told(c) {
		if p.Verb > verb.Verb && !(p.Reduced() && p.Passive) && !describes(t, p) {
			end = min(end, p.Verb)
		}
	}
	for i := verb.Verb + 1; i < end; i++ {
		w := spotWhere(t[i].Norm)
		if falls[verb.Lemma] && w == "to" && t[i].Norm == "into" || t[i].Norm == "by" && i+1 < end && place.Vehicle(t[i+1].Norm) {
			w = "in"
		}
		if w != "" {
			if x, ok := phraseSpot(t[i].Norm, t[i+1:min(end, i+longestSpot)]); ok {
				x.where, x.span.Start = w, t[i].Span.Start
				out = append(out, x)
			}
		}
	}
	return out
}

// describes reports a verb behind a comma and without an object, which as a rule is a
// participle: ", wrapped in a blanket", ", covered with leaves".
func describes(t []text.Token, p certainty.Predicate) bool {
	if p.Noun || p.Verb < 1 || p.Verb+1 >= len(t) || t[p.Verb-1].Text != "," {
		return false
	}
	switch t[p.Verb+1].Norm {
	case "in", "with", "by", "under", "beneath", "behind":
		return strings.HasSuffix(t[p.Verb].Norm, "ed") || strings.HasSuffix(t[p.Verb].Norm, "en")
	}
	return false
}

// phraseSpot reads the noun phrase behind a preposition, as far as the noun that names a
// spot: a school board is no school. "On foot" is a means of its own.
func phraseSpot(preposition string, t []text.Token) (out whereabout, ok bool) {
	before := ""
	for i, x := range t {
		if x.Kind != text.Word || x.Upper() {
			break
		}
		if text.Stop(x.Norm) {
			if before != "" {
				break
			}
			continue
		}
		led := before
		if i == 0 {
			led = preposition
		}
		if at, is := place.SpotOf(led, x.Norm); is && (i+1 == len(t) || closesPhrase(t[i+1])) {
			return whereabout{Spot: at, span: model.Span{End: x.Span.End}}, true
		}
		before = x.Norm
	}
	return whereabout{}, false
}

// closesPhrase reports whether a token stands behind a noun phrase and not in it.
func closesPhrase(t text.Token) bool {
	return t.Kind != text.Word || t.Upper() || text.Stop(t.Norm) || strings.HasSuffix(t.Norm, "ed") || strings.HasSuffix(t.Norm, "ing")
}

// spots files two spots of one level where linked claims put one thing, each the only one of
// its level and its preposition behind a verb that both have, and neither told by the other.
func (p *pairing) spots() {
	for k, l := range p.links {
		if l.Score < max(spotLink, p.clashFrom()) {
			continue
		}
		for _, x := range p.left.told(l.Left) {
			a := p.left.spotsAfter(l.Left, x)
			if len(a) == 0 || x.Noun || x.Negated {
				continue
			}
			for _, y := range p.right.told(l.Right) {
				if y.Noun || y.Negated {
					continue
				}
				i, j, ok := rivalSpots(a, p.right.spotsAfter(l.Right, y))
				if !ok || p.left.tells(l.Left, j) || p.right.tells(l.Right, i) || !oneVerb(x, y, l.Score) {
					continue
				}
				p.add(model.Fact{Kind: model.Place, Relation: model.Conflict, Severity: model.High,
					About: p.about(k, l.Left, i.span), Why: "two spots for one thing: " + p.left.words(i.span) + " / " + p.right.words(j.span),
					Left:  model.Mention{Claim: l.Left, Span: i.span, Value: i.Kind},
					Right: model.Mention{Claim: l.Right, Span: j.span, Value: j.Kind}}, k)
			}
		}
	}
}

// oneVerb reports whether two predicates tell one thing, in claims linked that surely.
func oneVerb(x, y certainty.Predicate, link float64) bool {
	verb, words := certainty.Match(x, y)
	return verb >= spotVerb && words >= spotWords || x.Lemma == y.Lemma && x.Lemma != "be" && link >= spotSure || verb >= spotVerb && link >= spotSurest
}

// rivalSpots are the two spots of one level behind two verbs, where each has one of it.
func rivalSpots(a, b []whereabout) (x, y whereabout, ok bool) {
	for _, x := range a {
		for _, y := range b {
			if x.Level == y.Level && x.where == y.where && x.Kind != y.Kind && soleSpot(a, x) && soleSpot(b, y) {
				return x, y, true
			}
		}
	}
	return x, y, false
}

// soleSpot reports whether a spot is the only one of its level among some.
func soleSpot(all []whereabout, x whereabout) bool {
	return !slices.ContainsFunc(all, func(y whereabout) bool { return y.Level == x.Level && y.span != x.span })
}

// tells reports whether a claim names a kind of spot anywhere.
func (s *side) tells(c model.ClaimIndex, x whereabout) bool {
	for k, t := range s.Tokens[c] {
		before := ""
		if k > 0 {
			before = s.Tokens[c][k-1].Norm
		}
		if at, ok := place.SpotOf(before, t.Norm); ok && at.Kind == x.Kind {
			return true
		}
	}
	return false
}
