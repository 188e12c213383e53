// This file compares who claims come from.

package compare

import (
	"fmt"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/text"
	"doubletake/model/voice"
)

// sources compares two sources, the left one's and the right one's, with what
// the names of both articles tell.
func (p *pairing) sources(i, j int) voice.SourceMatch {
	l, r := p.twinKeys()
	return voice.CompareSources(
		voice.PartyOf(p.left.Article, p.left.Voices.Sources[i], l),
		voice.PartyOf(p.right.Article, p.right.Voices.Sources[j], r))
}

// twinKeys name entities so that a twin has one key on both sides.
func (p *pairing) twinKeys() (left, right func(id int) string) {
	return func(id int) string { return entityKey(p.twinOfLeft, id, "left") },
		func(id int) string { return entityKey(p.twinOfRight, id, "right") }
}

func entityKey(twins map[int]int, id int, side string) string {
	if k, ok := twins[id]; ok {
		return fmt.Sprint("twin ", k)
	}
	return fmt.Sprint(side, " ", id)
}

// attributions compares the sources of linked claims. A source that one side
// leaves out is no fact; quotations have been dealt with.
func (p *pairing) attributions() {
	done := make(map[[2]int]bool)
	for _, f := range p.found {
		if f.Kind == model.Attribution && f.link >= 0 {
			l := p.links[f.link]
			done[[2]int{int(l.Left), int(l.Right)}] = true
		}
	}
	for k, l := range p.links {
		i, j := p.left.Voices.PerClaim[l.Left], p.right.Voices.PerClaim[l.Right]
		if i < 0 || j < 0 || done[[2]int{int(l.Left), int(l.Right)}] {
			continue
		}
		p.attribution(k, i, j)
	}
}

// heard lists the sources of a claim, the one it is put down to first.
func (s *side) heard(c model.ClaimIndex) []int {
	out := []int{s.Voices.PerClaim[c]}
	for _, i := range s.sourcesOf[c] {
		if x := s.Voices.Sources[i]; i != out[0] && x.Via < 0 && !x.Channel {
			out = append(out, i)
		}
	}
	return out
}

// oneVoice finds a source that both claims of a link have, or may have.
func (p *pairing) oneVoice(l model.Link) (i, j int, ok bool) {
	for _, x := range p.left.heard(l.Left) {
		for _, y := range p.right.heard(l.Right) {
			switch p.sources(x, y).Relation {
			case voice.SameSource:
				return x, y, true
			case voice.PossiblySame:
				i, j, ok = x, y, true
			}
		}
	}
	return i, j, ok
}

func (p *pairing) attribution(link, i, j int) {
	if x, y, ok := p.oneVoice(p.links[link]); ok {
		i, j = x, y // "the minister called it a victory, and the army said ..."
	}
	e := p.sources(i, j)
	a, b := p.left.Voices.Sources[i], p.right.Voices.Sources[j]
	if e.Relation != voice.SameSource && p.unknown(e.Relation, i, j) {
		return
	}
	f := model.Fact{Kind: model.Attribution, About: p.about(link, a.Claim, a.Text), Why: e.Why,
		Left:  model.Mention{Claim: a.Claim, Span: a.Text, Value: fold(p.left.speaker(i))},
		Right: model.Mention{Claim: b.Claim, Span: b.Text, Value: fold(p.right.speaker(j))},
	}
	switch e.Relation {
	case voice.SameSource, voice.BodyAndMouth, voice.PossiblySame:
		f.Relation = model.Same
	case voice.NamedVsUnnamed, voice.RecordVsVoice:
		f.Relation, f.Severity = model.Differs, model.Medium
	case voice.TwoSources:
		f.Relation, f.Severity = model.Differs, model.Low
	default:
		return
	}
	if f.Relation == model.Differs && p.links[link].Score < clashScore {
		return
	}
	p.add(f, link)
}

// unknown reports whether one of two sources is somebody told before, who cannot be laid
// beside a name: "the chief executive". A record is no jury, whoever "the jury" is.
func (p *pairing) unknown(r voice.SourceRelation, i, j int) bool {
	if p.twoCamps(i, j) {
		return false
	}
	switch r {
	case voice.RecordVsVoice:
		return p.left.bareRecord(i) || p.right.bareRecord(j)
	case voice.TwoSources:
		return p.left.guessed(i) || p.right.guessed(j)
	}
	return p.left.pointsBack(i) || p.right.pointsBack(j)
}

// guessed reports whether nothing but nearness tells who a source is: a pronoun, or "the
// company" where no company is called that.
func (s *side) guessed(i int) bool {
	src := s.Voices.Sources[i]
	words := strings.Fields(s.words(src.Text))
	switch {
	case s.pointsBack(i), len(words) == 1 && text.Stop(strings.ToLower(words[0])):
		return true
	case len(words) != 2 || !strings.EqualFold(words[0], "the") || words[1] != strings.ToLower(words[1]):
		return false
	}
	return !slices.Contains(strings.Fields(strings.ToLower(s.Entities[src.Entity].Label)), words[1])
}

// pointsBack reports whether a source is a pronoun or a phrase that points back to
// somebody whom nothing makes out.
func (s *side) pointsBack(i int) bool {
	src := s.Voices.Sources[i]
	words := strings.ToLower(s.words(src.Text))
	if words == "it" || words == "they" {
		return true // whatever was taken for it is a guess
	}
	return src.Entity < 0 && (strings.HasPrefix(words, "the ") || strings.HasPrefix(words, "its ") || strings.HasPrefix(words, "his ") ||
		strings.HasPrefix(words, "her ") || strings.HasPrefix(words, "their ") || !strings.Contains(words, " ") && text.Stop(words))
}

// bareRecord reports whether a source is a record told before ("the report", "its
// figures"), which may be that of whoever the other article names.
func (s *side) bareRecord(i int) bool {
	src := s.Voices.Sources[i]
	return src.Kind == voice.Record && s.pointsBack(i) && len(strings.Fields(s.words(src.Text))) <= 2
}

// sharedSources are the named outlets and bodies that both articles put claims
// down to, as the left one writes them.
func (p *pairing) sharedSources() []string {
	heard := func(s *side) map[int]bool {
		out := make(map[int]bool)
		for _, x := range s.Voices.Sources {
			if x.Entity >= 0 && (x.Kind == voice.Body || x.Kind == voice.Press) {
				out[x.Entity] = true
			}
		}
		return out
	}
	l, r := heard(&p.left), heard(&p.right)
	var out []string
	for _, t := range p.twins {
		if l[t.left] && r[t.right] && len(out) < 3 {
			out = append(out, p.left.Entities[t.left].Label)
		}
	}
	return out
}

// telling is an article with its claims and voices, for the result. A quotation
// that an attribution interrupts is one: runs of one voice in one paragraph count
// once.
func (s *side) telling() model.Telling {
	t := model.Telling{Article: s.Article, Claims: s.Claims, Voices: s.Voices.Voices(s.Article)}
	at := make(map[model.Span]int, len(t.Voices))
	for i := range t.Voices {
		at[t.Voices[i].Source.Span] = i
		t.Voices[i].Quotations = 0
	}
	voice, paragraph := -1, -1
	for _, q := range s.Voices.Quotes {
		if q.Speaker < 0 || q.Scare {
			continue
		}
		first := s.Voices.Sources[q.Speaker].Voice
		if in := s.Claims[q.Claim].Paragraph; first != voice || in != paragraph {
			voice, paragraph = first, in
			if i, ok := at[s.Voices.Sources[first].Text]; ok {
				t.Voices[i].Quotations++
			}
		}
	}
	return t
}
