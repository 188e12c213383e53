// This file says what a number counts: the noun, what stands between, and
// whether it is a part of a group told before.

package quantity

import (
	"strings"

	"doubletake/model/text"
)

// isPlural reports whether a word can be the plural of what is counted.
func isPlural(l *lexicon, w string) bool {
	if len(w) < 3 {
		return false
	}
	if l.in(pluralSet, w) || strings.HasSuffix(w, "men") && len(w) > 4 || strings.HasSuffix(w, "people") || strings.HasSuffix(w, "children") {
		return true
	}
	if !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "'s") {
		return false
	}
	return !l.in(notpluralSet, w) && !text.Stop(w)
}

// singular is the singular of a noun, near enough for showing and comparing.
func singular(l *lexicon, w string) string {
	if s, ok := l.pairs["irregular"][w]; ok {
		return s
	}
	switch {
	case len(w) < 4:
		return w
	case strings.HasSuffix(w, "women"):
		return w[:len(w)-5] + "woman"
	case strings.HasSuffix(w, "men") && len(w) > 4 && w != "specimen":
		return w[:len(w)-3] + "man"
	case strings.HasSuffix(w, "children"):
		return w[:len(w)-3]
	case strings.HasSuffix(w, "ies") && len(w) > 4 && w != "series" && w != "species":
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"),
		strings.HasSuffix(w, "oes"):
		return w[:len(w)-2]
	case isPlural(l, w) && strings.HasSuffix(w, "s") && !l.in(pluralSet, w):
		return w[:len(w)-1]
	}
	return w
}

// longestPhrase is how many words after a number may belong to what it counts.
const longestPhrase = 6

// noun reads what is counted behind the number and returns the token after it,
// or end where nothing follows at once.
func (p *parser) noun(m *Mention, f figure, end int) int {
	i := end
	if p.hyphen(i) && p.tok(i+1).Kind == text.Word && m.Unit == "" && m.Dimension == Count {
		return p.compound(m, i+1)
	}
	if m.Dimension == Money && p.norm(i) != "of" {
		p.moneyFor(m, i)
		return end
	}
	i = p.more(m, i)
	if p.norm(i) == "of" {
		return p.partOf(m, f, i, end)
	}
	if m.Dimension == Share || m.Dimension == Points || m.Dimension == Times {
		return end
	}
	if m.Unit != "" && !p.attributive(end) { // "13-year hiatus", but not "13 years hiatus"
		return end
	}
	if head, ok := p.head(i, f.low == 1 || m.Unit != ""); ok {
		m.Counted = singular(p.lex, p.norm(head))
		p.modifiers(m, i, head)
		if group := p.norm(head - 1); m.Counted == "member" && head > i && p.lex.in(groupSet, group) {
			m.Counted = p.lex.pairs["group"][group]
		}
		if m.Unit != "" {
			return end
		}
		return head + 1
	}
	if m.Counted == "" && m.Unit == "" {
		p.elliptic(m, i)
	}
	return end
}

// attributive reports that the unit is written on to the number with a hyphen,
// so that a thing so long or so big follows.
func (p *parser) attributive(end int) bool { return p.mark(end-2, "-‐‑") && p.tok(end-1).Glued }

// compound reads "six-story building", "31-member delegation".
func (p *parser) compound(m *Mention, i int) int {
	if text.Stop(p.norm(i)) {
		return i - 1 // "one-on-one"
	}
	m.Counted = singular(p.lex, p.norm(i))
	end := i + 1
	if p.hyphen(end) {
		end += 2
	}
	return end
}

// more steps over "more", "other" and the like.
func (p *parser) more(m *Mention, i int) int {
	if w := p.norm(i); p.norm(p.at-1) == "another" {
		m.More = true
	} else if w == "others" {
		m.More = true
	}
	for range 2 {
		switch w := p.norm(i); {
		case w == "more" && m.Dimension == Share: // "4.5 per cent more" is a rise, and no further share
			m.Trend = 1
			i++
		case w == "more", w == "other", w == "additional", w == "further":
			m.More = true
			i++
		}
	}
	return i
}

// partOf reads "of the eight cars", "of them", "dozens of pages".
func (p *parser) partOf(m *Mention, f figure, of, end int) int {
	i := of + 1
	whole := true
	for range 4 {
		switch w := p.norm(i); {
		case w == "them" || w == "those" || w == "these" || w == "whom" || w == "which" || w == "us" || w == "it":
			if isPlural(p.lex, p.norm(i+1)) && w != "those" && w != "these" {
				m.Counted = singular(p.lex, p.norm(i+1)) // "three of them trucks"
				p.after = i + 2
				return end
			}
			m.Part = true
			p.after = i + 1
			if w != "those" && w != "these" {
				p.antecedent(m, w)
				return end
			}
		case w == "the" || w == "its" || w == "their" || w == "his" || w == "her" || w == "our" || w == "all" || p.tok(i).Possessive():
			m.Part = true
		case p.numeral(i).sort == card || p.numeral(i).sort == tens || p.tok(i).Kind == text.Number:
			m.Part = true
		default:
			whole = false
		}
		if !whole {
			break
		}
		i++
	}
	if m.Dimension == Share {
		m.Part = true
	}
	head, ok := p.head(i, f.low == 1 && f.sort == card || m.Unit != "" || m.Dimension == Share)
	if !ok {
		return end
	}
	m.Counted = singular(p.lex, p.norm(head))
	p.modifiers(m, i, head)
	p.after = head + 1
	if f.sort == vague && !m.Part {
		return head + 1
	}
	return end
}

// antecedent files the noun that "which" or "whom" stands for, right before the comma: "the
// letters, some 20 of which".
func (p *parser) antecedent(m *Mention, w string) {
	if noun := p.norm(p.at - 2); (w == "which" || w == "whom") && p.mark(p.at-1, ",") && isPlural(p.lex, noun) {
		m.Counted = singular(p.lex, noun)
	}
}

// head finds the noun of the phrase that begins at token i: the first plural,
// or, where one thing may be meant, the last word before the phrase ends.
func (p *parser) head(i int, one bool) (int, bool) {
	last := -1
	for k := i; k < i+longestPhrase; k++ {
		w := p.norm(k)
		if w == "" && p.hyphen(k) {
			continue
		}
		if w == "" || text.Stop(w) && w != "such" || k > i && p.lex.states[w] != 0 && !isPlural(p.lex, w) && !p.tok(k).Glued {
			break
		}
		if p.numeral(k).sort != noSort && k > i {
			break
		}
		if isPlural(p.lex, w) {
			if p.lex.in(compoundSet, w) && isPlural(p.lex, p.norm(k+1)) {
				continue
			}
			return k, true
		}
		if k > i && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")) && last >= 0 && one {
			break
		}
		last = k
	}
	if one && last >= 0 && (p.lex.states[p.norm(last)] == 0 || last > i) {
		return last, true
	}
	return 0, false
}

// modifiers files the words of [from, to) that tell what is counted more
// closely, capitalised ones apart.
func (p *parser) modifiers(m *Mention, from, to int) {
	for k := from; k < to; k++ {
		stem := p.stem(p.norm(k))
		if stem == "" {
			continue
		}
		m.Of = append(m.Of, stem)
		if p.tok(k).Upper() {
			m.Proper = append(m.Proper, stem)
		}
	}
	m.Of, m.Proper = sorted(m.Of), sorted(m.Proper)
}

// moneyFor reads the noun a sum stands before: "a £23.7m restructuring charge".
func (p *parser) moneyFor(m *Mention, i int) {
	if w := p.norm(i); w == "" || text.Stop(w) {
		return
	}
	if head, ok := p.head(i, true); ok {
		m.Counted = singular(p.lex, p.norm(head))
	}
}

// crowd reports that the number before token i is that of people who came: "put the crowd
// at 1,200", "attendance was 4,000", "4,000 strong".
func (p *parser) crowd(i int) bool {
	if p.norm(i) == "strong" {
		return true
	}
	switch k := p.at - 1; p.norm(k) {
	case "at", "was", "to", "reached":
		for j := k - 1; j >= k-6 && !p.bars(j); j-- {
			if p.lex.in(crowdedSet, p.norm(j)) {
				return true
			}
		}
	case "drew", "drawn", "draw", "draws", "drawing", "attracted", "attracts", "attracting":
		return true
	}
	return false
}

// elliptic finds what is counted where the noun stands elsewhere: "nine are
// women", "a crew of six", "the number of people killed to nine".
func (p *parser) elliptic(m *Mention, i int) {
	if w := p.norm(i); w == "are" || w == "were" {
		for k := i + 1; k <= i+2; k++ {
			if isPlural(p.lex, p.norm(k)) {
				m.Counted = singular(p.lex, p.norm(k))
				return
			}
		}
	}
	if p.norm(p.at-1) == "of" {
		if w := p.norm(p.at - 2); w != "" && !text.Stop(w) && p.numeral(p.at-2).sort == noSort {
			m.Counted = singular(p.lex, w)
			switch {
			case p.lex.in(sumSet, m.Counted) && m.Low >= sumLeast:
				m.Counted = "" // "sales of 15 million" are no count of sales
			case p.lex.in(peopledSet, m.Counted):
				m.Counted = "inhabitant" // "a town of 2,600"
			case p.lex.in(crowdedSet, m.Counted):
				m.Counted = "person" // "a crowd of 1,100"
			case p.lex.in(parentSet, w):
				m.Counted = "child" // "a father of three"
			}
		}
		return
	}
	if p.crowd(i) {
		m.Counted = "person"
		return
	}
	if p.norm(i) == "the" && p.norm(i+1) == "number" && p.norm(i+2) == "of" { // "to nine the number of people killed"
		if head, ok := p.head(i+3, false); ok {
			m.Counted = singular(p.lex, p.norm(head))
		}
		return
	}
	for k := p.at - 1; k > max(p.at-tollBefore, 0) && !p.mark(k, ";:,"); k-- { // "the number of people killed to nine"
		if p.norm(k) == "of" && p.norm(k-1) == "number" {
			if head, ok := p.head(k+1, false); ok && head < p.at {
				m.Counted = singular(p.lex, p.norm(head))
			}
			return
		}
	}
}
