// This file looks words up, every one once.

package certainty

import (
	"strings"

	"doubletake/model/text"
)

// known is what the lexicon knows of one word, wherever it stands.
type known struct {
	cue      cue
	negated  bool // contracted with "not"
	doubtful bool // a cue by its neighbours only: "may", "will", "am", "she'd"
	verb     inflection

	// Of content words only; stem is "" for marks and function words.
	stem   string
	lemma  string // as a noun
	weight float64
	senses []int32 // as a noun
	mask   uint64  // two words of one stem or with a sense in common share a bit
}

// read looks up the words of the tokens, each once: the index into the vocabulary
// by token.
func (r *Reader) read(tokens []text.Token, stems []string) []int32 {
	ids := make([]int32, len(tokens))
	for i := range tokens {
		t := &tokens[i]
		id, ok := r.seen[t.Norm]
		if !ok {
			id = int32(len(r.vocabulary))
			r.seen[t.Norm] = id
			r.vocabulary = append(r.vocabulary, r.look(*t, stems[i]))
		}
		ids[i] = id
	}
	return ids
}

func (x *lexicon) look(t text.Token, stem string) (k known) {
	if t.Kind == text.Word {
		k.cue, k.negated = x.closed(t.Norm)
		k.verb = x.asVerb(t.Norm)
		k.doubtful = t.Norm == "may" || t.Norm == "will" || t.Norm == "am" || strings.HasSuffix(t.Norm, "'d")
	}
	if t.Kind == text.Number || t.Kind == text.Word && !text.Stop(t.Norm) && k.cue.class != hedge {
		k.stem, k.weight, k.lemma = stem, text.Weight(t.Norm), x.singular(t.Norm)
		k.senses = x.nounSenses(k.lemma)
		k.mask = maskOf(stem, k.senses)
	}
	return k
}

// maskOf has a bit for the stem, by FNV-1a, and one for each sense.
func maskOf(stem string, senses []int32) uint64 {
	h := uint32(2166136261)
	for i := range len(stem) {
		h = (h ^ uint32(stem[i])) * 16777619
	}
	mask := uint64(1) << (h >> 26)
	for _, s := range senses {
		mask |= 1 << (uint32(s) * 2654435761 >> 26)
	}
	return mask
}

// closed is the closed-class reading of a word; contractions are read by their
// second half ("they'll") and negated ones by their first ("hasn't").
func (x *lexicon) closed(norm string) (c cue, negated bool) {
	if c, ok := x.cues[norm]; ok {
		return c, norm == "cannot"
	}
	at := strings.IndexByte(norm, '\'')
	if at <= 0 {
		return cue{}, false
	}
	if root, ok := strings.CutSuffix(norm, "n't"); ok {
		switch root {
		case "wo", "sha":
			root = "will"
		case "ca":
			root = "can"
		}
		return x.cues[root], true
	}
	if x.cues[norm[:at]].class == pronoun {
		return x.cues[norm[at:]], false
	}
	return cue{}, false
}
