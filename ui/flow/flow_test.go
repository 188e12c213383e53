package flow

import (
	"testing"

	"doubletake/model"
	"doubletake/ui/theme"

	"github.com/google/go-cmp/cmp"
)

func TestRows(t *testing.T) {
	mark := func(start, end int) Run {
		return Run{Span: model.Span{Start: start, End: end}, Style: theme.Seq{On: "<", Off: ">"}, Open: "[", Close: "]"}
	}
	for _, tt := range []struct {
		name  string
		width int
		runs  []Run
		want  []string
	}{
		{"no run", 40, nil, []string{"one two three"}},
		{"one", 40, []Run{mark(4, 7)}, []string{"one <[><two><]> three"}},
		{"brackets take room", 8, []Run{mark(4, 7)}, []string{"one", "<[><two><]>", "three"}},
		{"over a break", 8, []Run{mark(4, 13)}, []string{"one <[><two>", "<three><]>"}},
		{"the whole", 40, []Run{mark(0, 13)}, []string{"<[><one two three><]>"}},
		{"empty runs are nothing", 40, []Run{{Span: model.Span{Start: 3, End: 3}}}, []string{"one two three"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, Rows("one two three", tt.width, theme.Seq{}, tt.runs)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}
