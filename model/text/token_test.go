package text

import (
	"strings"
	"testing"

	"doubletake/model"
)

func TestTokens(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"words", "Syria’s army", "syria army"},
		{"closing quote is no apostrophe", "‘its influence,’ said", "‘ its influence , ’ said"},
		{"hyphen", "13-year hiatus", "13 - year hiatus"},
		{"ordinal", "its 13th year", "its 13 th year"},
		{"money", "$1.2bn, 3.", "$ 1.2 bn , 3 ."},
		{"dotted", "the U.S. at 5 a.m. J.K. Rowling", "the u.s. at 5 a.m. j.k. rowling"},
		{"lone initial", "George W. Bush", "george w . bush"},
		{"clock", "at 14:30:", "at 14:30 :"},
		{"dash without spaces", "delegations—including", "delegations — including"},
		{"a currency then digits", "wants SFr560m", "wants sfr 560 m"},
		{"letters then digits", "the G20", "the g20"},
		{"plural possessive", "the voters’ choice", "the voters ’ choice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, tok := range Tokens(c.in, model.Span{End: len(c.in)}) {
				if tok.Span.In(c.in) != tok.Text {
					t.Errorf("span %v is %q, want %q", tok.Span, tok.Span.In(c.in), tok.Text)
				}
				got = append(got, tok.Norm)
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}
