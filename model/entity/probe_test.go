package entity

import (
	"fmt"
	"os"
	"testing"

	"doubletake/model/article"
	"doubletake/model/claim"
	"doubletake/model/text"
)

func TestProbe(t *testing.T) {
	f := os.Getenv("PROBE")
	if f == "" {
		t.Skip()
	}
	raw, _ := os.ReadFile(f)
	a := article.Parse(f, string(raw))
	cs := claim.Split(a)
	var toks [][]text.Token
	for _, c := range cs {
		toks = append(toks, text.Tokens(a.Text, c.Span))
	}
	for _, e := range Find(a, cs, toks) {
		fmt.Printf("%-12s %q x%d forms %q", e.Kind, e.Label, len(e.Mentions), e.Forms)
		for _, t := range e.Titles {
			fmt.Printf(" [%s]", t.Span.In(a.Text))
		}
		fmt.Println()
	}
}
