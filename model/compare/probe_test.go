package compare

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"doubletake/model/align"
)

func TestProbeLinks(t *testing.T) {
	dir := os.Getenv("PROBE")
	if dir == "" {
		t.Skip()
	}
	golds, _ := filepath.Glob(dir)
	for _, d := range golds {
		a := annotate(t, d)
		first := make([]float64, len(a.candidates))
		for k, c := range a.candidates {
			first[k] = c.Score()
		}
		for k, l := range align.Refine(a.candidates, first) {
			s := l.Score()
			if (a.labels[k] == 1) != (s >= 0.4) && a.labels[k] != optional {
				fmt.Printf("%s label %.0f first %.2f second %.2f L%d R%d:", a.name, a.labels[k], first[k], s, l.Left+1, l.Right+1)
				for f, x := range a.candidates[k].X {
					fmt.Printf(" %s=%.2f", align.Feature(f), x)
				}
				fmt.Println()
			}
		}
	}
}
