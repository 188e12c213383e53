package align_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"doubletake/model"
	"doubletake/model/align"
	"doubletake/model/article"
	"doubletake/model/claim"
	"doubletake/model/text"
)

// side is a body as the alignment sees it, without marks.
func side(body string) align.Side {
	a := article.Parse("test.txt", body)
	s := align.Side{Claims: claim.Split(a)}
	for _, c := range s.Claims {
		tokens := text.Tokens(a.Text, c.Span)
		stems := make([]string, len(tokens))
		for k, t := range tokens {
			if t.Kind != text.Mark && !text.Stop(t.Norm) {
				stems[k] = text.Stem(t.Norm)
			}
		}
		s.Tokens = append(s.Tokens, tokens)
		s.Stems = append(s.Stems, stems)
	}
	return s
}

// verdict is a judge who says the same of every pair.
type verdict struct {
	facts align.Evidence
	verbs float64
}

func (v verdict) Facts(_, _ model.ClaimIndex) align.Evidence { return v.facts }

func (v verdict) Verbs(_, _ model.ClaimIndex) (best, mean float64) { return v.verbs, v.verbs }

// silent is a judge with nothing to say.
var silent = verdict{}

const (
	harbour = "The harbour master closed the northern quay on Friday. Two trawlers had collided in thick fog. Nobody was hurt, the coastguard said. A crane will lift the smaller boat next week."
	quay    = "Thick fog led two trawlers to collide. The coastguard said nobody was hurt. The northern quay was closed by the harbour master. Fishermen demanded a second lighthouse."
	matches = "The rowers of Lund beat the rowers of Malmo by two lengths on the lake on Saturday."
	rounds  = "The rowers of Lund beat the rowers of Malmo by two lengths on the lake on Saturday. " +
		"The rowers of Visby beat the rowers of Kalmar by four lengths on the lake. Rain is forecast for the last day of the regatta."
	bakery = "A baker in the old town won the prize for rye bread. She has used one oven for thirty years."
)

func TestLinks(t *testing.T) {
	for _, tt := range []struct {
		name, left, right string
		want              []string
	}{
		{"one event in another order", harbour, quay, []string{"0-2", "1-0", "2-1"}},
		{"the same text", harbour, harbour, []string{"0-0", "1-1", "2-2", "3-3"}},
		{"two events", harbour, bakery, nil},
		{"word for word in one claim, and half in another", matches, rounds, []string{"0-0"}},
		{"nothing on one side", harbour, "", nil},
		{"nothing at all", "", "", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			links, _ := align.Links(side(tt.left), side(tt.right), silent)
			for _, l := range links {
				got = append(got, fmt.Sprintf("%d-%d", l.Left, l.Right))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("links %v, want %v", got, tt.want)
			}
		})
	}
}

// TestMarks holds that a key that stands on both sides brings claims together
// whose words do not.
func TestMarks(t *testing.T) {
	l, r := side("Yevkina boarded the ferry.\n\nSnow fell."), side("Evkina embarked.\n\nWheat was cheap.")
	score := func() float64 {
		for _, c := range align.Candidates(l, r, silent) {
			if c.Left == 0 && c.Right == 0 {
				return c.Score()
			}
		}
		return 0
	}
	before := score()
	l.Marks = []align.Mark{{Claim: 0, From: 0, To: 1, Key: "twin 0", Kind: model.Name}}
	r.Marks = l.Marks
	if after := score(); after <= before {
		t.Errorf("score %.3f with a shared name, %.3f without", after, before)
	}
}

// TestJudge holds that what the judge says counts.
func TestJudge(t *testing.T) {
	l, r := side(harbour), side(quay)
	sum := func(judge align.Judge) (s float64) {
		for _, c := range align.Candidates(l, r, judge) {
			s += c.Score()
		}
		return s
	}
	plain := sum(silent)
	for name, judge := range map[string]verdict{
		"figures and dates": {facts: align.Evidence{Figures: 0.5, Dates: 1}},
		"verbs":             {verbs: 1},
	} {
		if got := sum(judge); got <= plain {
			t.Errorf("%s: scores come to %.3f, without to %.3f", name, got, plain)
		}
	}
}

// broken lists what links break of what Links promises.
func broken(l, r align.Side) (out []string) {
	links, _ := align.Links(l, r, silent)
	for i, x := range links {
		if x.Left < 0 || int(x.Left) >= len(l.Claims) || x.Right < 0 || int(x.Right) >= len(r.Claims) {
			out = append(out, fmt.Sprintf("link %+v of %d and %d claims", x, len(l.Claims), len(r.Claims)))
		}
		if !(x.Score >= 0 && x.Score <= 1) {
			out = append(out, fmt.Sprintf("score of %+v", x))
		}
		if i > 0 && (links[i-1].Left > x.Left || links[i-1].Left == x.Left && links[i-1].Right >= x.Right) {
			out = append(out, fmt.Sprintf("%+v behind %+v", x, links[i-1]))
		}
	}
	back, _ := align.Links(r, l, silent)
	if len(back) != len(links) {
		return append(out, fmt.Sprintf("%d links, %d with the sides swapped", len(links), len(back)))
	}
	for _, x := range back {
		if !slices.Contains(links, align.Link{Left: x.Right, Right: x.Left, Score: x.Score}) {
			out = append(out, fmt.Sprintf("%+v with the sides swapped alone", x))
		}
	}
	return out
}

// FuzzLinks holds what Links promises on any two texts.
func FuzzLinks(f *testing.F) {
	f.Add(harbour, quay)
	f.Add(harbour, bakery)
	f.Add(strings.Repeat("Fog closed the quay. ", 12), strings.Repeat("The quay, closed. ", 9))
	f.Add("", "\n\n")
	f.Fuzz(func(t *testing.T, left, right string) {
		if len(left)+len(right) > 4096 {
			t.Skip("longer than a test wants")
		}
		for _, problem := range broken(side(left), side(right)) {
			t.Error(problem)
		}
	})
}

// BenchmarkLinks links two articles of forty sentences.
func BenchmarkLinks(b *testing.B) {
	l, r := side(strings.Repeat(harbour+"\n\n", 10)), side(strings.Repeat(quay+"\n\n", 10))
	b.ReportAllocs()
	for b.Loop() {
		align.Links(l, r, silent)
	}
}

// TestSee holds that a candidate looks the same whichever article comes first, and that a
// tree reads its two questions.
func TestSee(t *testing.T) {
	var c, back align.Candidate
	var l, lack align.Look
	c.X[align.RowBest], c.X[align.ColBest], c.X[align.Cosine] = 1, 0.4, 0.3
	back.X[align.RowBest], back.X[align.ColBest], back.X[align.Cosine] = 0.4, 1, 0.3
	l.X[align.RowRival], l.X[align.ColRival], l.X[align.RowWeight], l.X[align.ColWeight] = 0.2, 0.9, 0.7, 0.1
	lack.X[align.RowRival], lack.X[align.ColRival], lack.X[align.RowWeight], lack.X[align.ColWeight] = 0.9, 0.2, 0.1, 0.7
	one, other := align.See(c, l, -1.5), align.See(back, lack, -1.5)
	if one != other {
		t.Errorf("swapped, a pair looks another: %v and %v", one, other)
	}
}
