package seeds

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/compare"
)

// TestSample holds the sample pair to the bytes it was given with.
func TestSample(t *testing.T) {
	p := Sample()
	for _, tt := range []struct {
		side string
		give []byte
		want string
	}{
		{"left", p.Left, "6e83d28e9bfccb5bf845a30af713954c42cada5e1827d14135514d4ee717d299"},
		{"right", p.Right, "a2a31e0a741eb5c3f8d33de703be238ba4b536c70a64e2f22bb53a572315dc3b"},
	} {
		if got := fmt.Sprintf("%x", sha256.Sum256(tt.give)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.side, got, tt.want)
		}
	}
}

func TestPairs(t *testing.T) {
	seen := make(map[string]bool)
	for _, p := range Pairs() {
		t.Run(p.Name, func(t *testing.T) {
			if seen[p.Name] {
				t.Error("the name is taken")
			}
			seen[p.Name] = true
			if p.Title == "" || strings.ContainsRune(p.Title, '\n') {
				t.Errorf("title %q is not one line", p.Title)
			}
			for _, text := range [][]byte{p.Left, p.Right} {
				if n := len(bytes.Fields(text)); n < 300 || n > 800 || !utf8.Valid(text) {
					t.Errorf("%d words, UTF-8 %v", n, utf8.Valid(text))
				}
			}
		})
	}
	if n := len(Pairs()); n != 6 {
		t.Errorf("%d pairs, want 6", n)
	}
}

// TestShowEverything checks that a guest who walks through the pairs meets every
// kind of fact and every relation.
func TestShowEverything(t *testing.T) {
	var kinds, relations [9]int
	for _, p := range Pairs() {
		c, err := compare.Compare(context.Background(), article.Parse(p.LeftName, string(p.Left)), article.Parse(p.RightName, string(p.Right)))
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Links) < 5 {
			t.Errorf("%s: %d links, too few for one event", p.Name, len(c.Links))
		}
		for _, f := range c.Facts {
			kinds[f.Kind]++
			relations[f.Relation]++
			if !f.Relation.OneSided() && f.Relation != model.Same {
				t.Logf("%-9s %-12s %-9s %q / %q", p.Name, f.Kind, f.Relation, c.Words(model.Left, f.Left), c.Words(model.Right, f.Right))
			}
		}
		t.Logf("%-9s %s", p.Name, c.Glance.Count)
	}
	for _, k := range model.Kinds {
		if kinds[k] == 0 {
			t.Errorf("no fact of kind %s", k)
		}
	}
	for _, r := range model.Relations {
		if relations[r] == 0 {
			t.Errorf("no fact that is %s", r)
		}
	}
}
