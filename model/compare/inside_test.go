package compare

import (
	"slices"
	"testing"

	"doubletake/model"
	"doubletake/model/article"
)

// TestInside looks for what one article tells in two ways; the other one says nothing
// of it.
func TestInside(t *testing.T) {
	const ferry = "A ferry sank off Norrvik, killing 12 people.\n\nDivers searched the wreck.\n\n" +
		"The harbour was closed.\n\nThe coastguard sent two ships.\n\nRelatives came to the quay.\n\n"
	for _, tt := range []struct {
		name, body string
		want       []string
	}{
		{"a name spelled two ways", "Ilse Vargova resigned.\n\nThe council thanked Ilse Vargowa for her work.", []string{"name Ilse Vargova | Ilse Vargowa"}},
		{"a middle name left out", "Ilse Maria Vargova resigned.\n\nThe council thanked Ilse Vargova for her work.", nil},
		{"a toll given twice", ferry + "The sinking killed 14 people, the worst loss in years.", []string{"quantity 12 people | 14 people"}},
		{"a toll that grew", ferry + "By Sunday the sinking had killed 14 people.", nil},
		{"the toll of another event", ferry + "In the disaster off Tallinn 14 people were killed.", nil},
		{"no such weekday", "The bridge was opened on Tuesday, March 5, 2025.", []string{"date Tuesday, March 5, 2025 | Tuesday, March 5, 2025"}},
		{"years that make up no year", "The war began in 2011.\n\nAs the war enters its 13th year, nothing has changed.", []string{"date 2011 | 13th year"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := compared(t, article.Parse("left.txt", tt.body), article.Parse("right.txt", "A baker won a prize for rye bread."))
			var got []string
			for _, x := range c.Inside {
				got = append(got, x.Kind.String()+" "+c.Words(model.Left, x.First)+" | "+c.Words(model.Left, x.Second))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
