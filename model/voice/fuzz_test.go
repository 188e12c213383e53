package voice

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"doubletake/model"
	"doubletake/model/claim"
	"doubletake/model/text"
)

// named gives every capitalised word of the claims an entity, bodies and people
// in turn, so that fuzzing and benchmarks meet many of them.
func named(a model.Article, claims []model.Claim, tokens [][]text.Token) []Entity {
	ids := map[string]int{}
	var out []Entity
	for i := range claims {
		for _, t := range tokens[i] {
			if t.Kind != text.Word || !t.Upper() || text.Stop(t.Norm) {
				continue
			}
			id, ok := ids[t.Norm]
			if !ok {
				id = len(ids)
				ids[t.Norm] = id
			}
			out = append(out, Entity{Span: t.Span, Claim: model.ClaimIndex(i), ID: id, Person: id%2 == 0, Label: t.Text})
		}
	}
	return out
}

func FuzzFind(f *testing.F) {
	f.Add("“It was late,” said Marta Olsen. “It’s money.”\n\nHe told Fjord TV, citing sources, that: “no.”")
	f.Add("According to X, who asked not to be named, the board, which would not comment, said so.")
	f.Add("said said, said “said” said who said, which said. and said: “")
	f.Add("A, B, C, D, E, who, 41, said. by the ministry's count")
	f.Fuzz(func(t *testing.T, s string) {
		s = text.Clean(s)
		a := model.Article{Text: s}
		at := 0
		for p := range strings.SplitSeq(s, "\n\n") {
			a.Paragraphs = append(a.Paragraphs, model.Span{Start: at, End: at + len(p)})
			at += len(p) + 2
		}
		claims, quotes := claim.Split(a), claim.Quotes(a)
		tokens := make([][]text.Token, len(claims))
		for i, c := range claims {
			tokens[i] = text.Tokens(s, c.Span)
		}
		entities := named(a, claims, tokens)
		r := Find(a, claims, tokens, entities, quotes)
		if len(r.Quotes) != len(quotes) || len(r.PerClaim) != len(claims) {
			t.Fatal("quotes or claims lost")
		}
		if !reflect.DeepEqual(r, Find(a, claims, tokens, entities, quotes)) {
			t.Fatal("two runs differ")
		}
		fits := func(x model.Span) {
			if x.Start < 0 || x.End > len(s) || x.Start > x.End || !utf8.ValidString(s[x.Start:x.End]) {
				t.Fatalf("span %v does not fit", x)
			}
		}
		for i, v := range r.Sources {
			fits(v.Text)
			fits(v.Cue)
			fits(v.Content)
			if v.Text.Empty() || v.Voice < 0 || v.Voice > i || r.Sources[v.Voice].Voice != v.Voice || v.Via >= len(r.Sources) || v.Via < -1 ||
				v.Claim < 0 || int(v.Claim) >= len(claims) || v.Named && v.Entity < 0 && v.Kind == Unnamed {
				t.Fatalf("source %d: %+v", i, v)
			}
		}
		for _, q := range r.Quotes {
			if q.Speaker < -1 || q.Speaker >= len(r.Sources) || q.Scare && q.Speaker >= 0 {
				t.Fatalf("quote %+v", q)
			}
		}
		for c, i := range r.PerClaim {
			if i < -1 || i >= len(r.Sources) {
				t.Fatalf("claim %d has source %d", c, i)
			}
			r.Credit(a, model.ClaimIndex(c))
		}
		for _, v := range r.Silent {
			fits(v.Text)
			fits(v.Cue)
		}
		for _, v := range r.Voices(a) {
			if len(v.Claims) == 0 && !v.Silent && v.Quotations > 0 {
				t.Fatalf("voice %+v", v)
			}
		}
	})
}

func FuzzCompareQuotes(f *testing.F) {
	f.Add("We did not sell ... the ferry", "they had sold the ferry")
	f.Add("[laughs] no. 12!", "no, 17?")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := CompareQuotes(a, b), CompareQuotes(b, a)
		if x.Likeness != y.Likeness || x.Score != y.Score || x.Content != y.Content || x.Score < 0 || x.Score > 1 || x.Why == "" {
			t.Fatalf("%+v\n%+v", x, y)
		}
		q, o := text.Tokens(a, model.Span{End: len(a)}), text.Tokens(b, model.Span{End: len(b)})
		from, to, score := Indirect(q, o)
		if from < 0 || to > len(o) || from > to || score < 0 || score > 1 {
			t.Fatal(from, to, score)
		}
		p, r := Party{Text: a, Kind: Unnamed}, Party{Text: b, Kind: Unnamed}
		if CompareSources(p, r) != CompareSources(r, p) {
			t.Fatal("sources not symmetric")
		}
	})
}

// megabyte is an article of about 1 MB.
func megabyte() (model.Article, []model.Claim, [][]text.Token, []Entity, []claim.Quotation) {
	const page = "Harbour Chief Marta Olsen, 51, who runs the port, said on Monday that the second ferry had been sold. “It was late,” she said. “It’s about money.”\n\n" +
		"Fjord TV, citing unnamed sources close to the board, reported that the price was 40 million dollars. The ministry declined to comment.\n\n" +
		"A senior official, speaking on condition of anonymity, told reporters outside the hall that nobody had asked him. The old ferry lay in the harbour, where the wind had torn its flag.\n\n"
	var b strings.Builder
	for b.Len() < 1_000_000 {
		b.WriteString(page)
	}
	a := model.Article{Text: strings.TrimRight(b.String(), "\n")}
	at := 0
	for p := range strings.SplitSeq(a.Text, "\n\n") {
		a.Paragraphs = append(a.Paragraphs, model.Span{Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	claims := claim.Split(a)
	tokens := make([][]text.Token, len(claims))
	for i, c := range claims {
		tokens[i] = text.Tokens(a.Text, c.Span)
	}
	return a, claims, tokens, named(a, claims, tokens), claim.Quotes(a)
}

func BenchmarkFind(b *testing.B) {
	a, claims, tokens, entities, quotes := megabyte()
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(a, claims, tokens, entities, quotes)
	}
}

func BenchmarkCompareQuotes(b *testing.B) {
	for b.Loop() {
		CompareQuotes("I counted the boats by lamplight, and then I counted them again, because I did not believe it", "She had counted the boats by lamplight and counted them again")
	}
}

// TestLinear holds the price of an article without paragraphs, sentences or
// anything else that could cut the work short.
func TestLinear(t *testing.T) {
	for name, s := range map[string]string{
		"commas":  strings.Repeat("said, ", 40_000),
		"nouns":   strings.Repeat("official ", 40_000) + "said",
		"quotes":  strings.Repeat("“a” said ", 40_000),
		"reasons": strings.Repeat("not authorised to speak ", 10_000),
		"names":   strings.Repeat("Olsen said he told X that Y ", 10_000),
	} {
		t.Run(name, func(t *testing.T) {
			a := model.Article{Text: s, Paragraphs: []model.Span{{Start: 0, End: len(s)}}}
			claims := []model.Claim{{Span: model.Span{End: len(s)}}}
			tokens := [][]text.Token{text.Tokens(s, model.Span{End: len(s)})}
			Find(a, claims, tokens, named(a, claims, tokens), claim.Quotes(a))
		})
	}
}
