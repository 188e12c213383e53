package model_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"doubletake/model"
)

// TestWords holds the words of every enumeration, which outputs print.
func TestWords(t *testing.T) {
	for _, tt := range []struct {
		name      string
		got, want string
	}{
		{"sides", words(model.Left, model.Right), "left right"},
		{"kinds", words(model.Kinds[:]...), "name title organisation place date quantity quote attribution certainty"},
		{"relations", words(model.Same, model.Variant, model.Differs, model.Conflict, model.LeftOnly, model.RightOnly), "same variant differs conflict left_only right_only"},
		{"severities", words(model.None, model.Low, model.Medium, model.High), "none low medium high"},
		{"verdicts", words(model.Agree, model.Differ, model.Clash), "agree differ conflict"},
		{"beyond", words(model.Kind(99)) + words(model.Relation(99)) + words(model.Severity(99)) + words(model.Verdict(99)), "unknownunknownunknownunknown"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.got != tt.want {
				t.Errorf("%q, want %q", tt.got, tt.want)
			}
		})
	}
}

func words[T interface{ String() string }](all ...T) string {
	var out []string
	for _, x := range all {
		out = append(out, x.String())
	}
	return strings.Join(out, " ")
}

func TestMirror(t *testing.T) {
	for _, r := range model.Relations {
		if r.Mirror().Mirror() != r || r.OneSided() != r.Mirror().OneSided() || r.OneSided() == (r == r.Mirror()) {
			t.Errorf("%s mirrors to %s", r, r.Mirror())
		}
	}
	if model.Left.Other() != model.Right || model.Right.Other() != model.Left {
		t.Error("the other side is not the other side")
	}
}

func TestRank(t *testing.T) {
	for i, r := range model.Relations {
		if r.Rank() != i {
			t.Errorf("%s has rank %d, want %d", r, r.Rank(), i)
		}
	}
	if model.Relation(99).Rank() != len(model.Relations) {
		t.Error("an unknown relation does not come last")
	}
}

func TestSpan(t *testing.T) {
	const text = "na\u00efve plan"
	for _, tt := range []struct {
		name  string
		span  model.Span
		words string
		empty bool
	}{
		{"inside", model.Span{Start: 0, End: 6}, "na\u00efve", false},
		{"whole", model.Span{Start: 0, End: len(text)}, text, false},
		{"empty", model.Span{Start: 3, End: 3}, "", true},
		{"behind the text", model.Span{Start: 5, End: 99}, "", false},
		{"before the text", model.Span{Start: -1, End: 2}, "", false},
		{"backwards", model.Span{Start: 5, End: 2}, "", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.span.In(text); got != tt.words || tt.span.Empty() != tt.empty {
				t.Errorf("%q, empty %v", got, tt.span.Empty())
			}
		})
	}
	a, b, c := model.Span{Start: 2, End: 8}, model.Span{Start: 4, End: 8}, model.Span{Start: 8, End: 9}
	if !a.Contains(b) || b.Contains(a) || !a.Overlaps(b) || a.Overlaps(c) || a.Len() != 6 || a.String() != "2-8" {
		t.Error("half-open spans do not relate as they should")
	}
}

// comparison is a small one with every relation.
func comparison() model.Comparison {
	fact := func(r model.Relation, s model.Severity) model.Fact { return model.Fact{Relation: r, Severity: s} }
	return model.Comparison{
		Facts: []model.Fact{fact(model.Same, model.None), fact(model.Conflict, model.Low), fact(model.RightOnly, model.None),
			fact(model.Conflict, model.High), fact(model.Variant, model.Low), fact(model.LeftOnly, model.None), fact(model.Differs, model.Medium), fact(model.Conflict, model.High)},
		Links: []model.Link{{Left: 0, Right: 0}, {Left: 0, Right: 1}, {Left: 2, Right: 1}},
		Tellings: [2]model.Telling{{Article: model.Article{Text: "One. Two. Three."},
			Claims: []model.Claim{{Span: model.Span{Start: 0, End: 4}}, {Span: model.Span{Start: 5, End: 9}}, {Span: model.Span{Start: 10, End: 16}}}}, {}},
	}
}

func TestRanked(t *testing.T) {
	want := []model.FactIndex{3, 7, 1, 6, 4, 0, 5, 2}
	if diff := cmp.Diff(want, comparison().Ranked()); diff != "" {
		t.Error(diff)
	}
}

func TestCounts(t *testing.T) {
	c := comparison()
	if c.Count(model.Conflict) != 3 || c.Count(model.Variant) != 1 || c.Linked(model.Left) != 2 || c.Linked(model.Right) != 2 {
		t.Errorf("%d conflicts, %d variants, %d and %d linked", c.Count(model.Conflict), c.Count(model.Variant), c.Linked(model.Left), c.Linked(model.Right))
	}
}

func TestClaimAt(t *testing.T) {
	c := comparison()
	for _, tt := range []struct {
		offset int
		want   model.ClaimIndex
	}{{0, 0}, {3, 0}, {4, 0}, {5, 1}, {9, 1}, {10, 2}, {99, 2}, {-1, 0}} {
		if got, ok := c.ClaimAt(model.Left, tt.offset); got != tt.want || !ok {
			t.Errorf("claim %d at %d, want %d", got, tt.offset, tt.want)
		}
	}
	if _, ok := c.ClaimAt(model.Right, 0); ok {
		t.Error("an article without claims has a claim")
	}
}

func TestOn(t *testing.T) {
	l, r := model.Mention{Claim: 1, Value: "l"}, model.Mention{Claim: 2, Value: "r"}
	for _, rel := range model.Relations {
		f := model.Fact{Relation: rel, Left: l, Right: r}
		_, left := f.On(model.Left)
		_, right := f.On(model.Right)
		if left != (rel != model.RightOnly) || right != (rel != model.LeftOnly) {
			t.Errorf("%s: left %v, right %v", rel, left, right)
		}
	}
}

// TestQuestion holds that every kind is asked about in words of its own.
func TestQuestion(t *testing.T) {
	var seen []string
	for _, k := range model.Kinds {
		q := model.Fact{Kind: k, About: "Ilse Varga"}.Question()
		if !strings.Contains(q, "Ilse Varga") || !strings.HasSuffix(q, "?") || slices.Contains(seen, q) {
			t.Errorf("%s: %q", k, q)
		}
		seen = append(seen, q)
		if bare := (model.Fact{Kind: k}).Question(); !strings.Contains(bare, "this") {
			t.Errorf("%s of nothing: %q", k, bare)
		}
	}
}
