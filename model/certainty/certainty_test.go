package certainty

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"doubletake/model"
	"doubletake/model/text"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"flat", "The council approved the plan.", "approved/asserted"},
		{"hedging adverb", "The envoy reportedly carried a letter.", "reportedly carried/hedged"},
		{"modal", "The bridge might have been weakened by frost.", "might have been weakened/possible"},
		{"not yet", "Oslo has not yet named a judge.", "has not yet named/asserted not"},
		{"contraction", "The bank hasn’t paid a cent.", "hasn’t paid/asserted not"},
		{"is to", "The plant is to close in May.", "is to close/planned"},
		{"is scheduled to", "The vote is scheduled to begin at noon.", "is scheduled to begin/planned"},
		{"believed to", "The boat is believed to have sunk.", "is believed to have sunk/hedged"},
		{"appears to", "The letter appears to have been forged.", "appears to have been forged/hedged"},
		{"failed to", "The pump failed to start.", "failed to start/asserted not"},
		{"never", "The minister never paid the fine.", "never paid/asserted not"},
		{"yet to", "Peru has yet to ratify the treaty.", "has yet to ratify/asserted not"},
		{"no as subject", "No bail had been set.", "No bail had been set/asserted not"},
		{"neither", "Neither court has heard the case.", "Neither court has heard/asserted not"},
		{"no as object", "They released no names.", "released no names/asserted not"},
		{"there is no", "There were no serious injuries.", "were/asserted; no serious injuries/asserted not"},
		{"hedged noun", "They spoke of a potential merger.", "spoke/asserted; a potential merger/possible"},
		{"believe that", "Detectives believe the lock was forced.", "believe the lock was forced/asserted; Detectives believe the lock was forced/hedged"},
		{"deny that", "The airline denied that a wing had cracked.", "denied that a wing had cracked/asserted; airline denied that a wing had cracked/denied not"},
		{"if", "The shop will close if the rent rises.", "will close if the rent rises/conditional; if the rent rises/conditional"},
		{"had for short", "She’d been warned that she’d lose.", "She’d been warned/asserted; she’d lose/planned"},
		{"a second verb", "The king claimed victory and ordered a feast.", "claimed/asserted; ordered/asserted"},
		{"what it called", "Oslo protested over what it called a violation.", "protested/asserted; what it called a violation/hedged"},
		{"unclear how", "It was not clear how the ship sank.", "was not/asserted not; how the ship sank/unconfirmed"},
		{"could see", "They could see the fire.", "could see/asserted"},
		{"reports denied", "The firm rejected claims that it had paid.", "rejected claims that it had paid/asserted; firm rejected claims that it had paid/denied not"},
		{"no plans", "The firm has no plans to sell the mill.", "has/asserted; no plans to sell/planned not"},
		{"said no", "Police said no shots had been fired.", "said/asserted; no shots had been fired/asserted not"},
		{"gave no", "Police gave no reason.", "gave no reason/asserted not"},
		{"lives claimed", "The flood has claimed 30 lives.", "has claimed/asserted"},
		{"an end on a day", "The fair ends on May 26.", "ends/asserted"},
		{"month", "It was held on May 26.", "was held/asserted"},
		{"copula", "The suspect was still in custody.", "was still/asserted"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, p := range find(c.in) {
				s := p.Span.In(c.in) + "/" + p.Strength.String()
				if p.Negated {
					s += " not"
				}
				got = append(got, s)
			}
			if g := strings.Join(got, "; "); g != c.want {
				t.Errorf("got  %s\nwant %s", g, c.want)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Neither side has not yet been expected to, if it's no", "The talks didn’t fail to—be; without having")
	f.Fuzz(func(t *testing.T, a, b string) {
		var both [2][]Predicate
		for i, s := range []string{a, b} {
			tokens := text.Tokens(s, model.Span{End: len(s)})
			both[i] = Find(tokens)
			for _, p := range both[i] {
				if p.Span.Start < 0 || p.Span.End > len(s) || p.Span.Empty() || p.Verb < 0 || p.Verb >= len(tokens) {
					t.Fatalf("predicate out of bounds: %+v in %q", p, s)
				}
			}
		}
		if d := cmp.Diff(relations(Compare(both[0], both[1])), relations(Compare(both[1], both[0]))); d != "" {
			t.Fatalf("swapping the sides changes the findings: %s", d)
		}
		for _, x := range Compare(both[0], both[1]) {
			if x.Why == "" || x.Left.End > len(a) || x.Right.End > len(b) {
				t.Fatalf("bad finding %+v", x)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("The envoy reportedly carried a letter that might have been forged, police said, but no charges will be filed. ", 9500)
	tokens := text.Tokens(s, model.Span{End: len(s)})
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Find(tokens)
	}
}

func BenchmarkCompare(b *testing.B) {
	left := find("The envoy reportedly carried a letter that might have been forged, police said, but no charges will be filed against him.")
	right := find("No charges are to be filed against the envoy, who carried a letter that had been forged, according to two officers.")
	for b.Loop() {
		Compare(left, right)
	}
}
