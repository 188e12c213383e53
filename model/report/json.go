package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"doubletake/model"
)

// Schema is the version of the JSON; a field is only ever added within one.
const Schema = 1

// JSON writes the comparison as one JSON object, UTF-8, indented, with a final
// newline; the same comparison gives the same bytes.
//
// The shape: left and right each hold source, title, byline, outlet, published,
// text, claims (id L1… or R1…, start and end as byte offsets into text,
// paragraph, quote, furniture, attribution or null, hedged) and sources (every
// voice: text, named, reason, quotations, claims, silent). links join claim ids
// with a verdict, a score and fact ids. facts hold id, kind, relation, about,
// left, right (claim, start, end, text, value; null on the side that does not
// give it), severity on every fact that both give and that is not the same, why,
// and beware where there is one. origin says whether the two look like one text,
// inside lists contradictions within one article, glance holds the five lines a
// reader sees first, summary counts.
func JSON(w io.Writer, c model.Comparison) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(document(c)); err != nil {
		return fmt.Errorf("writing the comparison as JSON: %w", err)
	}
	return nil
}

type jsonDocument struct {
	Schema  int          `json:"schema"`
	Left    jsonTelling  `json:"left"`
	Right   jsonTelling  `json:"right"`
	Links   []jsonLink   `json:"links"`
	Facts   []jsonFact   `json:"facts"`
	Origin  jsonOrigin   `json:"origin"`
	Inside  []jsonInside `json:"inside"`
	Glance  jsonGlance   `json:"glance"`
	Summary jsonSummary  `json:"summary"`
}

type jsonTelling struct {
	Source    string      `json:"source"`
	Title     string      `json:"title"`
	Byline    string      `json:"byline"`
	Outlet    string      `json:"outlet"`
	Published string      `json:"published"`
	Dateline  string      `json:"dateline"`
	Text      string      `json:"text"`
	Claims    []jsonClaim `json:"claims"`
	Sources   []jsonVoice `json:"sources"`
}

type jsonClaim struct {
	ID          string           `json:"id"`
	Start       int              `json:"start"`
	End         int              `json:"end"`
	Paragraph   int              `json:"paragraph"`
	Quote       bool             `json:"quote"`
	Furniture   bool             `json:"furniture,omitempty"`
	Attribution *jsonAttribution `json:"attribution"`
	Hedged      bool             `json:"hedged"`
}

type jsonAttribution struct {
	Source string `json:"source"`
	Named  bool   `json:"named"`
}

type jsonVoice struct {
	Text       string   `json:"text"`
	Named      bool     `json:"named"`
	Reason     string   `json:"reason"`
	Quotations int      `json:"quotations"`
	Claims     []string `json:"claims"`
	Silent     bool     `json:"silent"`
}

type jsonLink struct {
	Left    string   `json:"left"`
	Right   string   `json:"right"`
	Verdict string   `json:"verdict"`
	Score   float64  `json:"score"`
	Facts   []string `json:"facts"`
}

type jsonFact struct {
	ID       string       `json:"id"`
	Kind     string       `json:"kind"`
	Relation string       `json:"relation"`
	Severity string       `json:"severity,omitempty"`
	About    string       `json:"about"`
	Left     *jsonMention `json:"left"`
	Right    *jsonMention `json:"right"`
	Why      string       `json:"why"`
	Beware   string       `json:"beware,omitempty"`
}

type jsonMention struct {
	Claim string `json:"claim"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Value string `json:"value"`
}

type jsonOrigin struct {
	Likely   string    `json:"likely"`
	InOrder  int       `json:"in_order"`
	Crossing int       `json:"crossing"`
	Runs     []jsonRun `json:"runs"`
	Shared   []string  `json:"shared_sources"`
	Why      string    `json:"why"`
}

type jsonRun struct {
	Words int         `json:"words"`
	Left  jsonExtract `json:"left"`
	Right jsonExtract `json:"right"`
}

type jsonExtract struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type jsonInside struct {
	Side   string       `json:"side"`
	Kind   string       `json:"kind"`
	First  *jsonMention `json:"first"`
	Second *jsonMention `json:"second"`
	Why    string       `json:"why"`
}

type jsonGlance struct {
	Event  string `json:"event"`
	Origin string `json:"origin"`
	Worst  string `json:"worst"`
	Count  string `json:"count"`
	Voices string `json:"voices"`
}

type jsonSummary struct {
	ClaimsLeft  int `json:"claims_left"`
	ClaimsRight int `json:"claims_right"`
	LinkedLeft  int `json:"linked_left"`
	LinkedRight int `json:"linked_right"`
	Same        int `json:"same"`
	Variant     int `json:"variant"`
	Differs     int `json:"differs"`
	Conflict    int `json:"conflict"`
	LeftOnly    int `json:"left_only"`
	RightOnly   int `json:"right_only"`
}

// ClaimID is how outputs name a claim: "L1" is the left article's first.
func ClaimID(s model.Side, i model.ClaimIndex) string {
	if s == model.Left {
		return "L" + strconv.Itoa(int(i)+1)
	}
	return "R" + strconv.Itoa(int(i)+1)
}

// FactID is how outputs name a fact: "F1" is the first.
func FactID(i model.FactIndex) string { return "F" + strconv.Itoa(int(i)+1) }

func document(c model.Comparison) jsonDocument {
	d := jsonDocument{
		Schema: Schema,
		Left:   telling(c, model.Left),
		Right:  telling(c, model.Right),
		Links:  make([]jsonLink, 0, len(c.Links)),
		Facts:  make([]jsonFact, 0, len(c.Facts)),
		Origin: origin(c),
		Inside: make([]jsonInside, 0, len(c.Inside)),
		Glance: jsonGlance(c.Glance),
		Summary: jsonSummary{
			ClaimsLeft: len(c.Tellings[model.Left].Claims), ClaimsRight: len(c.Tellings[model.Right].Claims),
			LinkedLeft: c.Linked(model.Left), LinkedRight: c.Linked(model.Right),
			Same: c.Count(model.Same), Variant: c.Count(model.Variant), Differs: c.Count(model.Differs),
			Conflict: c.Count(model.Conflict), LeftOnly: c.Count(model.LeftOnly), RightOnly: c.Count(model.RightOnly),
		},
	}
	for _, l := range c.Links {
		ids := make([]string, 0, len(l.Facts))
		for _, f := range l.Facts {
			ids = append(ids, FactID(f))
		}
		d.Links = append(d.Links, jsonLink{ClaimID(model.Left, l.Left), ClaimID(model.Right, l.Right), l.Verdict.String(), l.Score, ids})
	}
	for i, f := range c.Facts {
		d.Facts = append(d.Facts, fact(c, model.FactIndex(i), f))
	}
	for _, x := range c.Inside {
		d.Inside = append(d.Inside, jsonInside{x.Side.String(), x.Kind.String(), mention(c, x.Side, x.First), mention(c, x.Side, x.Second), x.Why})
	}
	return d
}

func telling(c model.Comparison, s model.Side) jsonTelling {
	t := c.Tellings[s]
	out := jsonTelling{
		Source: t.Article.Source, Title: t.Article.Title, Byline: t.Article.Byline, Outlet: t.Article.Outlet,
		Published: t.Article.Published, Dateline: t.Article.Dateline, Text: t.Article.Text,
		Claims:  make([]jsonClaim, 0, len(t.Claims)),
		Sources: make([]jsonVoice, 0, len(t.Voices)),
	}
	for i, x := range t.Claims {
		j := jsonClaim{ID: ClaimID(s, model.ClaimIndex(i)), Start: x.Span.Start, End: x.Span.End, Paragraph: x.Paragraph,
			Quote: x.Quote, Furniture: x.Furniture, Hedged: x.Hedged}
		if x.Source.Text != "" {
			j.Attribution = &jsonAttribution{x.Source.Text, x.Source.Named}
		}
		out.Claims = append(out.Claims, j)
	}
	for _, v := range t.Voices {
		ids := make([]string, 0, len(v.Claims))
		for _, i := range v.Claims {
			ids = append(ids, ClaimID(s, i))
		}
		out.Sources = append(out.Sources, jsonVoice{v.Source.Text, v.Source.Named, v.Reason, v.Quotations, ids, v.Silent})
	}
	return out
}

func fact(c model.Comparison, i model.FactIndex, f model.Fact) jsonFact {
	out := jsonFact{ID: FactID(i), Kind: f.Kind.String(), Relation: f.Relation.String(), About: f.About, Why: f.Why, Beware: f.Beware}
	if f.Severity != model.None {
		out.Severity = f.Severity.String()
	}
	if m, ok := f.On(model.Left); ok {
		out.Left = mention(c, model.Left, m)
	}
	if m, ok := f.On(model.Right); ok {
		out.Right = mention(c, model.Right, m)
	}
	return out
}

func mention(c model.Comparison, s model.Side, m model.Mention) *jsonMention {
	return &jsonMention{ClaimID(s, m.Claim), m.Span.Start, m.Span.End, c.Words(s, m), m.Value}
}

func origin(c model.Comparison) jsonOrigin {
	o := jsonOrigin{Likely: c.Origin.Likely, InOrder: c.Origin.InOrder, Crossing: c.Origin.Crossing, Why: c.Origin.Why,
		Runs: make([]jsonRun, 0, len(c.Origin.Runs)), Shared: make([]string, 0, len(c.Origin.Shared))}
	o.Shared = append(o.Shared, c.Origin.Shared...)
	for _, r := range c.Origin.Runs {
		o.Runs = append(o.Runs, jsonRun{r.Words, extract(c, model.Left, r.Left), extract(c, model.Right, r.Right)})
	}
	return o
}

func extract(c model.Comparison, s model.Side, at model.Span) jsonExtract {
	return jsonExtract{at.Start, at.End, at.In(c.Text(s))}
}
