package text

import (
	"strings"
	"testing"
)

// TestPorterStem holds each step of the stemmer to words that need it.
func TestPorterStem(t *testing.T) {
	for _, c := range []struct{ name, words string }{
		{"special", "skies:sky dying:die early:earli proceeding:proceed"},
		{"apostrophes", "'tis:tis cat's:cat boys':boy ''':"},
		{"plurals", "caresses:caress ties:tie cries:cri gas:gas gaps:gap focus:focus"},
		{"past", "agreed:agre feed:feed hopping:hop hoping:hope luxuriated:luxuri sizing:size bled:bled decidedly:decid"},
		{"y", "cry:cri by:by say:say youth:youth enjoying:enjoy"},
		{"endings", "relational:relat conditional:condit geology:geolog happily:happili quickly:quick hopefulness:hope organizer:organ"},
		{"later endings", "formalize:formal electrical:electr negotiative:negoti goodness:good"},
		{"residue", "replacement:replac adoption:adopt communion:communion inference:infer"},
		{"final letters", "rate:rate cease:ceas controll:control fall:fall"},
		{"regions", "generate:generat communism:communism arsenal:arsenal"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for pair := range strings.FieldsSeq(c.words) {
				word, want, _ := strings.Cut(pair, ":")
				if got := porterStem(word); got != want {
					t.Errorf("%s: got %q, want %q", word, got, want)
				}
			}
		})
	}
}
