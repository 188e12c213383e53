package report_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/compare"
	"doubletake/model/report"
	"doubletake/seeds"
)

// printed is what a program reads back.
type printed struct {
	Schema      int
	Left, Right struct {
		Text   string
		Claims []struct {
			ID                    string
			Start, End, Paragraph int
		}
		Sources []struct {
			Text   string
			Claims []string
		}
	}
	Links []struct {
		Left, Right, Verdict string
		Score                float64
		Facts                []string
	}
	Facts []struct {
		ID, Kind, Relation, Severity, Why string
		Left, Right                       *struct {
			Claim, Text, Value string
			Start, End         int
		}
	}
	Summary map[string]int
}

// TestReadBack holds the JSON of every seed to what its documentation says, as a
// program would read it.
func TestReadBack(t *testing.T) {
	for _, p := range seeds.Pairs() {
		t.Run(p.Name, func(t *testing.T) {
			c, err := compare.Compare(t.Context(), article.Parse(p.LeftName, string(p.Left)), article.Parse(p.RightName, string(p.Right)))
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := report.JSON(&b, c); err != nil {
				t.Fatal(err)
			}
			if !utf8.Valid(b.Bytes()) || !bytes.HasSuffix(b.Bytes(), []byte("}\n")) {
				t.Error("not one object of UTF-8 on lines")
			}
			var d printed
			if err := json.Unmarshal(b.Bytes(), &d); err != nil {
				t.Fatal(err)
			}
			readBack(t, d)
		})
	}
}

func readBack(t *testing.T, d printed) {
	t.Helper()
	if d.Schema != report.Schema {
		t.Errorf("schema %d", d.Schema)
	}
	claims := make(map[string]string) // words by id
	for _, x := range d.Left.Claims {
		claims[x.ID] = d.Left.Text[x.Start:x.End]
	}
	for _, x := range d.Right.Claims {
		claims[x.ID] = d.Right.Text[x.Start:x.End]
	}
	facts := make(map[string]bool)
	counts := map[string]int{}
	for _, f := range d.Facts {
		facts[f.ID] = true
		counts[f.Relation]++
		if f.Why == "" || !slices.ContainsFunc(model.Kinds[:], func(k model.Kind) bool { return k.String() == f.Kind }) {
			t.Errorf("%s: kind %q, why %q", f.ID, f.Kind, f.Why)
		}
		if (f.Left == nil) != (f.Relation == "right_only") || (f.Right == nil) != (f.Relation == "left_only") {
			t.Errorf("%s is %s: left %v, right %v", f.ID, f.Relation, f.Left, f.Right)
		}
		if quiet := f.Relation == "same" || strings.HasSuffix(f.Relation, "_only"); quiet != (f.Severity == "") {
			t.Errorf("%s is %s and of severity %q", f.ID, f.Relation, f.Severity)
		}
		if m := f.Left; m != nil && (d.Left.Text[m.Start:m.End] != m.Text || !strings.Contains(claims[m.Claim], m.Text) || m.Claim[0] != 'L' || m.Value == "") {
			t.Errorf("%s: left %+v", f.ID, *m)
		}
		if m := f.Right; m != nil && (d.Right.Text[m.Start:m.End] != m.Text || !strings.Contains(claims[m.Claim], m.Text) || m.Claim[0] != 'R' || m.Value == "") {
			t.Errorf("%s: right %+v", f.ID, *m)
		}
	}
	linked := map[string]bool{}
	for _, l := range d.Links {
		linked[l.Left], linked[l.Right] = true, true
		if claims[l.Left] == "" || claims[l.Right] == "" || !slices.Contains([]string{"agree", "differ", "conflict"}, l.Verdict) || l.Facts == nil {
			t.Errorf("link %+v", l)
		}
		for _, f := range l.Facts {
			if !facts[f] {
				t.Errorf("link %s %s names %s, which is no fact", l.Left, l.Right, f)
			}
		}
	}
	left := 0
	for id := range linked {
		if id[0] == 'L' {
			left++
		}
	}
	want := map[string]int{"claims_left": len(d.Left.Claims), "claims_right": len(d.Right.Claims), "linked_left": left, "linked_right": len(linked) - left,
		"same": counts["same"], "variant": counts["variant"], "differs": counts["differs"], "conflict": counts["conflict"], "left_only": counts["left_only"], "right_only": counts["right_only"]}
	for k, n := range want {
		if d.Summary[k] != n {
			t.Errorf("summary says %s %d, the rest %d", k, d.Summary[k], n)
		}
	}
	for _, s := range append(slices.Clone(d.Left.Sources), d.Right.Sources...) {
		for _, id := range s.Claims {
			if claims[id] == "" {
				t.Errorf("source %q names %s, which is no claim", s.Text, id)
			}
		}
	}
}

// TestEmpty holds that two empty articles print whole lists, not null.
func TestEmpty(t *testing.T) {
	var b bytes.Buffer
	if err := report.JSON(&b, model.Comparison{}); err != nil {
		t.Fatal(err)
	}
	var d map[string]json.RawMessage
	if err := json.Unmarshal(b.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{"links", "facts", "inside"} {
		if string(d[k]) != "[]" {
			t.Errorf("%s is %s", k, d[k])
		}
	}
}
