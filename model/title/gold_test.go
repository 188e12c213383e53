package title

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// heldOut are the annotated pairs that no rule here was written from.
var heldOut = map[string]bool{"chess-final": true, "cycling-stage": true, "factory-closure": true, "gas-deal": true,
	"hostage-release": true, "opera-premiere": true, "protest-crackdown": true, "university-merger": true, "wildfire": true,
	"pair11": true, "pair15": true}

// TestAnnotated measures the comparison on the titles of annotated pairs, where
// they are at hand.
func TestAnnotated(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/eval/*/*/gold.json")
	if len(files) == 0 {
		t.Skip("no annotated pairs here")
	}
	right, all := 0, 0
	for _, f := range files {
		pair := filepath.Base(filepath.Dir(f))
		if heldOut[pair] {
			continue
		}
		for _, row := range titleRows(t, f) {
			all++
			e := CompareAll(Parse(tokens(row.Left)), Parse(tokens(row.Right)))
			ok := e.Relation == Same || e.Relation == Coarser
			if row.Relation == "conflict" {
				ok = e.Relation == Conflict
			}
			if ok {
				right++
				continue
			}
			t.Logf("%s: %s %q / %q: %v (%s) optional=%v", pair, row.Relation, row.Left, row.Right, e.Relation, e.Why, row.Optional)
		}
	}
	t.Logf("%d of %d rows as annotated", right, all)
}

type row struct {
	Kind, Relation, Left, Right string
	Optional                    bool
}

func titleRows(t *testing.T, file string) (out []row) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var gold struct{ Facts []row }
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	for _, r := range gold.Facts {
		if r.Kind == "title" {
			out = append(out, r)
		}
	}
	return out
}
