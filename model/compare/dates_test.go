package compare

import (
	"testing"

	"doubletake/model"
	"doubletake/model/date"
	"doubletake/model/text"
)

// firstDate is the first date of a sentence in an article of a Wednesday.
func firstDate(t *testing.T, s string) date.Mention {
	t.Helper()
	span := model.Span{End: len(s)}
	ms := date.Find(model.Article{Text: s, Published: "2025-05-14"}, []model.Claim{{Span: span}}, [][]text.Token{text.Tokens(s, span)})
	if len(ms) == 0 {
		t.Fatalf("no date in %q", s)
	}
	return ms[0]
}

// TestPastLimit: a time by which so many had been counted is a limit of the past, a
// deadline is none.
func TestPastLimit(t *testing.T) {
	for s, want := range map[string]bool{
		"By 8 p.m. Monday, 34 villagers had been treated.": true,
		"By Tuesday night 51 had been.":                    true,
		"The slope will have to be cleared by Friday.":     false,
		"The clinic took in 34 on Monday.":                 false,
	} {
		if got := pastLimit(firstDate(t, s)); got != want {
			t.Errorf("%q: %t, want %t", s, got, want)
		}
	}
}

func TestGrainsApart(t *testing.T) {
	for _, c := range []struct {
		left, right string
		want        bool
	}{
		{"It began to fly in 2014.", "They flew on early on Monday.", true},
		{"It began to fly in 2014.", "It began to fly in May 2015.", false},
		{"It began to fly on Sunday.", "It began to fly early on Monday.", false},
		{"It began to fly last week.", "It began to fly in the 1990s.", true},
	} {
		if got := grainsApart(firstDate(t, c.left).Value, firstDate(t, c.right).Value); got != c.want {
			t.Errorf("%q / %q: %t, want %t", c.left, c.right, got, c.want)
		}
	}
}
