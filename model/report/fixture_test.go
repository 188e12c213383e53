package report

import (
	"strings"
	"testing"

	"doubletake/model"
	"doubletake/model/marks"
)

// Two tellings of a ferry accident that never was, and what a comparison of them
// could be. The words hold marks of Markdown, HTML and spreadsheets, so that each
// format has something to escape.
const (
	leftText = "PORT ELIAN — A ferry with 140 people on board struck a pier on Tuesday, hurting 12, harbour master Tomas Varga said.\n\n" +
		"“The engine did *not* answer,” he said. The firm “Elian & Sons <Lines>” would not comment.\n\n" +
		"It was the second accident this year."
	rightText = "A ferry carrying about 140 people hit a pier in Port Elian on Tuesday. 17 people were hurt, according to an official who spoke on condition of anonymity.\n\n" +
		"=SUM(A1) was painted on its side. Tomáš Varga, the deputy harbour master, saw [no] engine trouble.\n\n" +
		"A tug sank there in January."
)

// fixture is the comparison, and the reader's marks on it.
func fixture(t *testing.T) (model.Comparison, marks.Set) {
	t.Helper()
	c := model.Comparison{
		Tellings: [2]model.Telling{
			{
				Article: model.Article{Source: "left.txt", Title: "Ferry hits pier, 12 hurt | 2nd accident", Byline: "Mara Lindqvist", Outlet: "The Elian Courier", Published: "2025-03-04",
					Dateline: "PORT ELIAN", Text: leftText, Paragraphs: split(leftText, "\n\n")},
				Voices: []model.Voice{
					{Source: model.Source{Text: "Tomas Varga", Named: true}, Quotations: 1, Claims: []model.ClaimIndex{0, 1}},
					{Source: model.Source{Text: "Elian & Sons <Lines>", Named: true}, Claims: []model.ClaimIndex{2}, Silent: true},
				},
			},
			{
				Article: model.Article{Source: "https://news.example.org/a?b=1&c=2", Text: rightText, Paragraphs: split(rightText, "\n\n")},
				Voices:  []model.Voice{{Source: model.Source{Text: "an official"}, Reason: "on condition of anonymity", Claims: []model.ClaimIndex{1}}},
			},
		},
		Origin: model.Origin{Likely: "separate", InOrder: 1, Crossing: 2, Why: "few shared words"},
		Glance: model.Glance{Event: "A ferry hit a pier in Port Elian · Tuesday", Origin: "likely separate", Worst: "hurt: 12 / 17 people",
			Count: "2≠ 1~ 1≈ 1= 1◂ 1▸", Voices: "left 2 named, 0 unnamed, 1 quotation; right 0 named, 1 unnamed, 0 quotations"},
	}
	c.Tellings[model.Left].Claims = claims(leftText, c.Tellings[model.Left].Article.Paragraphs,
		"PORT ELIAN", "“The engine", "The firm", "It was")
	c.Tellings[model.Left].Claims[0].Source = model.Source{Text: "Tomas Varga", Named: true}
	c.Tellings[model.Right].Claims = claims(rightText, c.Tellings[model.Right].Article.Paragraphs,
		"A ferry", "17 people", "=SUM", "Tomáš", "A tug")
	c.Tellings[model.Right].Claims[1].Source = model.Source{Text: "an official"}
	l, r := finder(t, c, model.Left), finder(t, c, model.Right)
	c.Facts = []model.Fact{
		{Kind: model.Quantity, Relation: model.Differs, Severity: model.Low, About: "people", Left: l("140 people", "140 people"), Right: r("about 140 people", "about 140 people"), Why: "about in one, flat in the other"},
		{Kind: model.Date, Relation: model.Same, About: "struck", Left: l("Tuesday", "tuesday"), Right: r("Tuesday", "tuesday"), Why: "the same words"},
		{Kind: model.Quantity, Relation: model.Conflict, Severity: model.High, About: "hurt", Left: l("12", "12 people"), Right: r("17 people", "17 people"), Why: "12 is not 17", Beware: "17 is no date"},
		{Kind: model.Title, Relation: model.Conflict, Severity: model.Medium, About: "Tomas Varga", Left: l("harbour master", "harbour master"), Right: r("deputy harbour master", "deputy harbour master"), Why: "the head is not the deputy"},
		{Kind: model.Name, Relation: model.Variant, Severity: model.Low, About: "Tomas Varga", Left: l("Tomas Varga", "tomas varga"), Right: r("Tomáš Varga", "tomas varga"), Why: "one name with and without its accents"},
		{Kind: model.Attribution, Relation: model.LeftOnly, About: "would not comment", Left: l("“Elian & Sons <Lines>” would not comment", "elian & sons"), Why: "the left article alone says so"},
		{Kind: model.Certainty, Relation: model.RightOnly, About: "was painted", Right: r("=SUM(A1) was painted", "asserted"), Why: "the right article alone says so"},
	}
	c.Links = []model.Link{{Left: 0, Right: 0, Verdict: model.Differ, Score: .8, Facts: []model.FactIndex{0, 1}}, {Left: 0, Right: 1, Verdict: model.Clash, Score: .6, Facts: []model.FactIndex{2}}}
	c.Inside = []model.Inside{{Side: model.Left, Kind: model.Quantity, First: l("12", "12"), Second: l("second accident", "2nd"), Why: "an example of a contradiction"}}
	set := marks.Set{
		marks.OfFact(c, 2):              {State: marks.Checked, Note: "Rang the hospital:\n17.\x1b[31m"},
		marks.OfFact(c, 5):              {State: marks.Dismissed},
		marks.OfClaim(c, model.Left, 3): {Note: "which was the first?"},
	}
	return c, set
}

// split is the parts of text between separators.
func split(text, sep string) []model.Span {
	var out []model.Span
	at := 0
	for part := range strings.SplitSeq(text, sep) {
		out = append(out, model.Span{Start: at, End: at + len(part)})
		at += len(part) + len(sep)
	}
	return out
}

// claims are the stretches of text that begin with the words given.
func claims(text string, paragraphs []model.Span, begin ...string) []model.Claim {
	var out []model.Claim
	for _, words := range begin {
		start := strings.Index(text, words)
		for p, span := range paragraphs {
			if span.Start <= start && start < span.End {
				out = append(out, model.Claim{Span: model.Span{Start: start, End: span.End}, Paragraph: p})
			}
		}
	}
	for i := range out[:len(out)-1] {
		if next := out[i+1]; next.Paragraph == out[i].Paragraph {
			out[i].Span.End = next.Span.Start - 1
		}
	}
	return out
}

// finder makes mentions of words in one side's text.
func finder(t *testing.T, c model.Comparison, s model.Side) func(words, value string) model.Mention {
	return func(words, value string) model.Mention {
		t.Helper()
		start := strings.Index(c.Text(s), words)
		if start < 0 {
			t.Fatalf("%q is not in the %s text", words, s)
		}
		i, _ := c.ClaimAt(s, start)
		return model.Mention{Claim: i, Span: model.Span{Start: start, End: start + len(words)}, Value: value}
	}
}
