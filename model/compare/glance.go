// This file writes the five lines a reader sees first.

package compare

import (
	"fmt"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/entity"
	"doubletake/model/place"
)

// glance answers: one event? one origin? where do they clash? how much is there?
// who is talking?
func (p *pairing) glance(c model.Comparison) model.Glance {
	return model.Glance{
		Event:  p.event(),
		Origin: originLine(c.Origin),
		Worst:  p.worst(c),
		Count: fmt.Sprintf("%d≠ %d~ %d≈ %d= %d◂ %d▸", c.Count(model.Conflict), c.Count(model.Differs), c.Count(model.Variant),
			c.Count(model.Same), c.Count(model.LeftOnly), c.Count(model.RightOnly)),
		Voices: "left " + voices(&p.left) + "; right " + voices(&p.right),
	}
}

// event names who and where both articles speak of most, and when.
func (p *pairing) event() string {
	linked := len(p.links)
	if linked == 0 {
		return "not the same event, as far as the words tell: no claim of one stands in the other"
	}
	people, places := p.top(model.Name, 2), p.top(model.Place, 1)
	bodies := p.top(model.Organisation, 1)
	var parts []string
	switch {
	case len(people) > 0:
		parts = append(parts, list(people))
	case len(bodies) > 0:
		parts = append(parts, list(bodies))
	}
	if len(places) > 0 {
		parts = append(parts, list(places))
	}
	if when := p.when(); when != "" {
		parts = append(parts, when)
	}
	line := strings.Join(parts, " · ")
	if line == "" {
		line = "no person, place or date stands in both"
	}
	if linked < 3 {
		line += fmt.Sprintf(" (only %d shared claim%s: perhaps not one event)", linked, plural(linked))
	}
	return line
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// top lists the labels of the twins of a kind that linked claims name most.
func (p *pairing) top(kind model.Kind, n int) []string {
	linkedL := make(map[model.ClaimIndex]bool)
	for _, l := range p.links {
		linkedL[l.Left] = true
	}
	var out []string
	used := make(map[int]bool)
	for range n {
		best, most := -1, 0
		for i, t := range p.twins {
			e := p.left.Entities[t.left]
			if used[i] || e.Kind != kind || e.Adjective {
				continue
			}
			if kind == model.Place && wide(e.Label) && best >= 0 && !wide(p.left.Entities[p.twins[best].left].Label) {
				continue // a town tells more than its country
			}
			count := min(len(e.Mentions), len(p.right.Entities[t.right].Mentions))
			for _, m := range e.Mentions {
				if linkedL[m.Claim] {
					count++
				}
			}
			if count > most || kind == model.Place && best >= 0 && wide(p.left.Entities[p.twins[best].left].Label) && !wide(e.Label) && count > 1 {
				best, most = i, count
			}
		}
		if best < 0 {
			break
		}
		used[best] = true
		t := p.twins[best]
		label := calm(fullest(p.left.Entities[t.left]), slices.Concat(p.left.Entities[t.left].Forms, p.right.Entities[t.right].Forms))
		if o := officeOf(&p.left, p.left.Entities[t.left]); o != "" && kind == model.Name {
			label = o + " " + label
		}
		out = append(out, label)
	}
	return out
}

// calm is a name as one of its forms writes it that is not all capitals, if one is: the
// "SAFAGA" of a dateline is "Safaga" elsewhere.
func calm(label string, forms []string) string {
	for _, f := range forms {
		if label == strings.ToUpper(label) && f != label && strings.EqualFold(f, label) {
			return f
		}
	}
	return label
}

// wide reports whether a place is a country or larger.
func wide(label string) bool {
	e, ok := place.Lookup(label)
	return ok && e.Sort <= place.Region
}

// officeOf is the title an article puts before a person's name first, if any.
func officeOf(s *side, e entity.Entity) string {
	for _, t := range e.Titles {
		for _, m := range e.Mentions {
			if t.Span.End < m.Span.Start && m.Span.Start-t.Span.End <= 2 {
				return s.words(t.Span)
			}
		}
	}
	return ""
}

// when is the first date that both articles give, and what it lacks.
func (p *pairing) when() string {
	for _, f := range p.found {
		if f.Kind == model.Date && f.Relation == model.Same && strings.Count(f.Left.Value, "-") >= 2 {
			when := p.left.words(f.Left.Span)
			if strings.HasPrefix(f.Left.Value, "--") {
				when += ", no year in either"
			}
			return when
		}
	}
	return ""
}

func originLine(o model.Origin) string {
	head := map[string]string{"one": "likely one", "separate": "likely separate"}[o.Likely]
	if head == "" {
		head = "unclear"
	}
	return head + ": " + o.Why
}

// worst is the gravest fact that is not the same, with the words of both sides.
func (p *pairing) worst(c model.Comparison) string {
	ranked := c.Ranked()
	if len(ranked) == 0 {
		return "nothing found in either"
	}
	f := c.Facts[ranked[0]]
	head := f.About
	if head == "" {
		head = f.Kind.String()
	}
	line := fmt.Sprintf("%s: %s / %s", head, c.Words(model.Left, f.Left), c.Words(model.Right, f.Right))
	switch f.Relation {
	case model.Conflict:
		return line
	case model.Differs:
		return "no conflict; first difference: " + line
	}
	return "no conflict and no difference found"
}

// voices counts who is heard in an article.
func voices(s *side) string {
	named, unnamed, quotes := 0, 0, 0
	for _, v := range s.telling().Voices {
		switch {
		case v.Silent && v.Quotations == 0:
		case v.Source.Named:
			named++
		default:
			unnamed++
		}
		quotes += v.Quotations
	}
	return fmt.Sprintf("%d named, %d unnamed, %d quotation%s", named, unnamed, quotes, plural(quotes))
}
