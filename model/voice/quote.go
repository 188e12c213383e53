// This file says how two quotations, or a quotation and a report of it, stand
// to each other.

package voice

import (
	"cmp"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// Likeness is how two quotations stand to each other.
type Likeness uint8

// The likenesses, closest first.
const (
	Identical Likeness = iota // the same words; marks, case and spelling do not count
	Shortened                 // one is part of the other, or cut by an ellipsis
	Reported                  // the same in indirect speech: other pronouns, tense, word order
	Altered                   // the same quotation with words changed
	Different
)

var likenessNames = [...]string{"identical", "shortened", "reported", "altered", "different"}

// String is the likeness in one lower-case word.
func (l Likeness) String() string {
	if int(l) < len(likenessNames) {
		return likenessNames[l]
	}
	return "unknown"
}

// Change is a run of words that differs between two quotations; either side may
// be empty.
type Change struct{ Left, Right string }

// QuoteMatch is what CompareQuotes saw.
type QuoteMatch struct {
	Likeness Likeness
	// Score is the weight of the words in common over that of the shorter
	// quotation, 0 to 1; words weigh what they tell.
	Score float64
	// Changes are the runs that differ, in text order; nil for Identical and Different.
	Changes []Change
	// Content is true where a change touches a word that carries sense, a number
	// or a negation, and not only articles, pronouns and tense.
	Content bool
	Why     string
}

// The weights of terms that are no content words, and the shares of the shorter
// quotation that make two quotations one. Set on seen pairs, where quotations
// of one utterance share .6 and more and others less than .4.
const (
	functionWeight = 0.3
	negationWeight = 0.7
	reportedShare  = 0.85
	alteredShare   = 0.6
	twoWordShare   = 0.5 // of the longer one, where only two content words agree
)

// longestCompared bounds the terms of a quotation that are compared: the work
// grows with their product.
const longestCompared = 400

// term is one word brought to the form that direct and indirect speech share.
type term struct {
	key     string
	weight  float64
	token   int // index of its token
	content bool
	name    bool // a content word with a capital: two people may share it
}

// CompareQuotes compares two quotations, given without their marks; either may
// also be the sentence that reports the other. It is symmetric but for the
// sides of the changes.
func CompareQuotes(a, b string) QuoteMatch { return ParseQuote(a).Match(ParseQuote(b)) }

// ParsedQuote is a quotation cut into words, for one that is compared with many.
type ParsedQuote struct {
	src    string
	tokens []text.Token
	plain  []string   // see plainWords
	pieces [][]string // see pieces
	terms  []term
}

// ParseQuote reads a quotation, given without its marks.
func ParseQuote(s string) ParsedQuote {
	t := text.Tokens(s, model.Span{End: len(s)})
	return ParsedQuote{s, t, plainWords(t), pieces(t), terms(t)}
}

// Run is the longest run of words that two quotations share: how many words, and what they
// tell together (text.Weight).
func (q ParsedQuote) Run(r ParsedQuote) (words int, weight float64) {
	ends := make([]int, len(r.plain)+1) // by word of r, how long a run ends before it
	for i, w := range q.plain {
		last := 0
		for j, u := range r.plain {
			was := ends[j+1]
			ends[j+1] = 0
			if w == u {
				ends[j+1] = last + 1
			}
			last = was
			n := ends[j+1]
			if n == 0 || n < words {
				continue
			}
			sum := 0.0
			for _, k := range q.plain[i+1-n : i+1] {
				if !text.Stop(k) {
					sum += text.Weight(k)
				}
			}
			if n > words || sum > weight {
				words, weight = n, sum
			}
		}
	}
	return words, weight
}

// Share is how many words of the longer of two quotations the other has too, in one order,
// as a part of them: "We do not have the sea, but we have the hills" and "We don't have the
// ocean, but we have the hills" share ten of eleven.
func (q ParsedQuote) Share(r ParsedQuote) float64 {
	row := make([]int, len(r.plain)+1) // longest common subsequence, a word of q at a time
	for _, w := range q.plain {
		last := 0
		for j, u := range r.plain {
			was := row[j+1]
			if w == u {
				row[j+1] = last + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			last = was
		}
	}
	return float64(row[len(r.plain)]) / float64(max(len(q.plain), len(r.plain), 1))
}

// Match compares two quotations as CompareQuotes does.
func (q ParsedQuote) Match(r ParsedQuote) QuoteMatch {
	if q.src <= r.src {
		return compareQuotes(&q, &r)
	}
	m := compareQuotes(&r, &q) // one order for both sides, so that ties fall alike
	for i, c := range m.Changes {
		m.Changes[i] = Change{c.Right, c.Left}
	}
	return m
}

func compareQuotes(x, y *ParsedQuote) QuoteMatch {
	if len(x.plain) > 0 && slices.Equal(x.plain, y.plain) {
		return QuoteMatch{Likeness: Identical, Score: 1, Why: "the same words"}
	}
	if len(x.terms) == 0 || len(y.terms) == 0 {
		return QuoteMatch{Likeness: Different, Why: "no words to compare"}
	}
	if partOf(x.pieces, y.plain) || partOf(y.pieces, x.plain) {
		m := QuoteMatch{Likeness: Shortened, Score: 1, Why: "one is a part of the other"}
		m.Changes, _ = changes(x.tokens, y.tokens)
		return m
	}
	return reworded(x.tokens, y.tokens, x.terms, y.terms)
}

// reworded compares quotations of which neither is a part of the other.
func reworded(x, y []text.Token, tx, ty []term) QuoteMatch {
	pairs := common(tx, ty)
	least := min(total(tx), total(ty))
	inOrder := 0.0
	for _, p := range pairs {
		inOrder += tx[p[0]].weight
	}
	bag := overlap(tx, ty)
	ordered, anyhow := inOrder/least, bag/least
	score := max(ordered, anyhow*0.95)
	most := max(total(tx), total(ty))
	if !dense(tx, ty, pairs) {
		score = min(score, bag/most)
	}
	m := QuoteMatch{Likeness: Different, Score: round(score), Why: "other words"}
	same, words := sharedContent(tx, ty)
	switch least := min(contents(tx), contents(ty)); {
	case words == 0, score < alteredShare,
		same == 1 && bag/most < alteredShare,
		same == 2 && inOrder/most < twoWordShare,
		same > 2 && 10*same < 6*least,
		ordered < alteredShare && 10*least < 6*max(contents(tx), contents(ty)):
		return m
	}
	m.Changes, m.Content = changes(x, y)
	switch {
	case polarity(tx) != polarity(ty):
		m.Likeness, m.Content, m.Why = Altered, true, "one has a negation, the other has not"
	case figures(tx) != figures(ty) && min(len(tx), len(ty)) > 0 && clash(tx, ty):
		m.Likeness, m.Content, m.Why = Altered, true, "the same words with other figures"
	case score >= reportedShare && faithful(tx, ty) && faithful(ty, tx) && !direct(x, y, tx, ty):
		m.Likeness, m.Content, m.Why = Reported, false, "the same words in indirect speech or another order"
	default:
		m.Likeness, m.Why = Altered, "the same quotation with words changed"
	}
	return m
}

// faithful reports whether a, between the first and the last term that b has
// too, holds no content word that b has not.
func faithful(a, b []term) bool {
	left := make(map[string]int, len(b))
	for _, t := range b {
		left[t.key]++
	}
	shared := make([]bool, len(a))
	first, last := len(a), -1
	for i, t := range a {
		if left[t.key] > 0 {
			left[t.key]--
			shared[i] = true
			if t.content {
				first, last = min(first, i), i
			}
		}
	}
	for i := first; i <= last; i++ {
		if a[i].content && !shared[i] {
			return false
		}
	}
	return true
}

// direct reports whether the two differ only by small words that indirect
// speech does not touch ("foreign invasion", "a foreign invasion").
func direct(x, y []text.Token, tx, ty []term) bool {
	if len(tx) != len(ty) {
		return false
	}
	for i := range tx {
		if x[tx[i].token].Norm != y[ty[i].token].Norm {
			return false
		}
	}
	return true
}

// plainWords is the words of a quotation as they are compared letter by letter.
func plainWords(toks []text.Token) []string {
	out := make([]string, 0, len(toks))
	for _, t := range toks {
		if t.Kind != text.Mark {
			out = spelled(out, t.Norm)
		}
	}
	return out
}

// spelled appends a word in one spelling, and "don't" as one outlet of two writes it: "do not".
func spelled(out []string, norm string) []string {
	if word, ok := strings.CutSuffix(norm, "n't"); ok && word != "" && word != "ca" && word != "wo" && word != "sha" {
		return append(out, word, "not")
	}
	return append(out, spelling(norm))
}

// partOf reports whether every piece of a quotation, between its ellipses, stands
// in the whole, word for word and in order, and tells enough to be no coincidence:
// two content words in a row, or all of a longer run.
func partOf(parts [][]string, whole []string) bool {
	words, most := 0, 0
	for _, p := range parts {
		words += len(p)
		most = max(most, contentRun(p))
	}
	if words == 0 || most < 2 {
		return false
	}
	at := 0
	for _, p := range parts {
		i := find(whole[at:], p)
		if i < 0 {
			return false
		}
		at += i + len(p)
	}
	return true
}

// contentRun is the number of content words in a piece.
func contentRun(piece []string) int {
	n := 0
	for _, w := range piece {
		if !text.Stop(w) {
			n++
		}
	}
	return n
}

// find is the first place of part in whole, -1 for none.
func find(whole, part []string) int {
	for i := 0; i+len(part) <= len(whole); i++ {
		if slices.Equal(whole[i:i+len(part)], part) {
			return i
		}
	}
	return -1
}

// pieces are the words of a quotation between its ellipses and bracketed
// insertions, which are not what was said.
func pieces(toks []text.Token) [][]string {
	var out [][]string
	var now []string
	inside := false
	for i, t := range toks {
		switch {
		case t.Text == "[":
			inside = true
		case t.Text == "]":
			inside = false
		case t.Kind != text.Mark:
			if !inside {
				now = spelled(now, t.Norm)
			}
			continue
		case t.Text != "…" && !(t.Text == "." && i+2 < len(toks) && toks[i+1].Text == "." && toks[i+2].Text == "."):
			continue
		}
		if len(now) > 0 {
			out, now = append(out, now), nil
		}
	}
	if len(now) > 0 {
		out = append(out, now)
	}
	return out
}

// terms is a quotation in the form in which direct and indirect speech agree.
func terms(toks []text.Token) []term {
	out := make([]term, 0, len(toks))
	for i, t := range toks {
		if len(out) >= longestCompared {
			break
		}
		switch t.Kind {
		case text.Mark:
			continue
		case text.Number:
			out = append(out, term{key: t.Norm, weight: 1, token: i, content: true})
			continue
		}
		w := spelling(t.Norm)
		if keys, ok := small().reported[w]; ok {
			for _, k := range strings.Fields(keys) {
				weight := functionWeight
				if k == "not" {
					weight = negationWeight
				}
				out = append(out, term{key: k, weight: weight, token: i})
			}
			continue
		}
		if text.Stop(w) {
			out = append(out, term{key: w, weight: functionWeight, token: i})
			continue
		}
		out = append(out, term{key: text.Stem(w), weight: 1, token: i, content: true, name: t.Upper()})
	}
	return out
}

// spelling brings British and American spellings together where the stemmer
// does not: "neighbours", "kilometre", "defence", "travelled".
func spelling(w string) string {
	if len(w) < 4 {
		return w
	}
	if s, ok := small().american[w]; ok {
		return s
	}
	if i := strings.Index(w, "our"); i >= 3 && small().our[w[:i]] {
		return w[:i] + "or" + w[i+3:]
	}
	if i := strings.LastIndex(w, "is"); i >= 3 && i >= len(w)-7 {
		if z := w[:i] + "iz" + w[i+2:]; text.Stem(w) == text.Stem(z) { // "organised", and not "exercised"
			return z
		}
	}
	for _, e := range [...][2]string{{"metres", "meters"}, {"metre", "meter"}, {"litres", "liters"}, {"litre", "liter"}, {"ogues", "ogs"}, {"ogue", "og"},
		{"elled", "eled"}, {"elling", "eling"}, {"yse", "yze"}, {"ysed", "yzed"}} {
		if root, ok := strings.CutSuffix(w, e[0]); ok && len(root) > 1 {
			return root + e[1]
		}
	}
	return w
}

func total(ts []term) float64 {
	sum := 0.0
	for _, t := range ts {
		sum += t.weight
	}
	return max(sum, functionWeight)
}

// overlap is the weight of the terms that two quotations share, in any order.
func overlap(a, b []term) float64 {
	left := make(map[string]int, len(a))
	for _, t := range a {
		left[t.key]++
	}
	sum := 0.0
	for _, t := range b {
		if left[t.key] > 0 {
			left[t.key]--
			sum += t.weight
		}
	}
	return sum
}

// sharedContent is the number of content words in common, and how many of them
// are not written with a capital on both sides, as names are.
func sharedContent(a, b []term) (all, words int) {
	left := make(map[string][]bool, len(a))
	for _, t := range a {
		if t.content {
			left[t.key] = append(left[t.key], t.name)
		}
	}
	for _, t := range b {
		if l := left[t.key]; t.content && len(l) > 0 {
			left[t.key] = l[1:]
			all++
			if !l[0] || !t.name {
				words++
			}
		}
	}
	return all, words
}

// contents is the number of content words.
func contents(ts []term) int {
	n := 0
	for _, t := range ts {
		if t.content {
			n++
		}
	}
	return n
}

// common is the heaviest sequence of terms that both have in the same order, as
// pairs of indices.
func common(a, b []term) [][2]int {
	w := len(b) + 1
	best := make([]float64, (len(a)+1)*w)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			v := max(best[(i+1)*w+j], best[i*w+j+1])
			if a[i].key == b[j].key {
				v = max(v, best[(i+1)*w+j+1]+a[i].weight)
			}
			best[i*w+j] = v
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].key == b[j].key && best[i*w+j] == best[(i+1)*w+j+1]+a[i].weight:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case best[i*w+j] == best[(i+1)*w+j]:
			i++
		default:
			j++
		}
	}
	return out
}

// dense reports whether the terms that pairs match lie close together on both
// sides, so that a short quotation is not pieced together from a long one.
func dense(a, b []term, pairs [][2]int) bool {
	if len(pairs) == 0 {
		return false
	}
	first, last := pairs[0], pairs[len(pairs)-1]
	short := min(len(a), len(b))
	limit := 2*short + 4
	return last[0]-first[0] <= limit && last[1]-first[1] <= limit
}

func polarity(ts []term) bool {
	odd := false
	for _, t := range ts {
		if t.key == "not" {
			odd = !odd
		}
	}
	return odd
}

// figures is the numbers of a quotation, in order.
func figures(ts []term) string {
	var b strings.Builder
	for _, t := range ts {
		if t.key != "" && t.key[0] >= '0' && t.key[0] <= '9' {
			b.WriteString(t.key)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// clash reports whether both have figures.
func clash(a, b []term) bool { return figures(a) != "" && figures(b) != "" }

// changes are the runs of words that differ, and whether one of them carries sense.
func changes(x, y []text.Token) ([]Change, bool) {
	a, b := wordTerms(x), wordTerms(y)
	pairs := append(common(a, b), [2]int{len(a), len(b)})
	var out []Change
	content := false
	i, j := 0, 0
	for _, p := range pairs {
		if i < p[0] || j < p[1] {
			out = append(out, Change{run(x, a[i:p[0]]), run(y, b[j:p[1]])})
			content = content || tells(a[i:p[0]], b[j:p[1]])
		}
		i, j = p[0]+1, p[1]+1
	}
	return out, content
}

// wordTerms is every word as written but for case and spelling.
func wordTerms(toks []text.Token) []term {
	out := make([]term, 0, len(toks))
	for i, t := range toks {
		if t.Kind != text.Mark && len(out) < longestCompared {
			out = append(out, term{key: spelling(t.Norm), weight: 1, token: i, content: !text.Stop(t.Norm)})
		}
	}
	return out
}

func run(toks []text.Token, ts []term) string {
	parts := make([]string, len(ts))
	for i, t := range ts {
		parts[i] = toks[t.token].Text
	}
	return strings.Join(parts, " ")
}

// tells reports whether two runs differ by more than inflection and small words.
func tells(a, b []term) bool {
	stems := make(map[string]int)
	for _, t := range a {
		if t.content {
			stems[text.Stem(t.key)]++
		}
	}
	for _, t := range b {
		if t.content {
			stems[text.Stem(t.key)]--
		}
	}
	for _, n := range stems {
		if n != 0 {
			return true
		}
	}
	return false
}

func round(x float64) float64 {
	return float64(int(min(max(x, 0), 1)*100+0.5)) / 100
}

// Indirect finds the words of other, which has no marks around them, that best
// report a quotation. It returns the range [from, to) of tokens of other, and a
// score from 0 to 1: the weight in common over the mean weight of the two, for
// the whole quotation or that one of its sentences which fits best. A score
// under .6 is hardly a report; where nothing is one at all, all three are zero.
func Indirect(quoteInner []text.Token, other []text.Token) (from, to int, score float64) {
	ts := terms(other)
	for _, part := range sentences(quoteInner) {
		q := terms(part)
		if len(q) > longestReported {
			q = q[:longestReported]
		}
		f, t, s := window(q, ts)
		if s <= score {
			continue
		}
		for t > f+1 && !ts[t-1].content && other[ts[t-1].token-1].Kind == text.Mark {
			t-- // "… of the road, he"
		}
		if credible(q, ts[f:t], s) {
			from, to, score = ts[f].token, ts[t-1].token+1, s
		}
	}
	return from, to, round(score)
}

// credible reports whether words that score s can be a report: they share two
// content words in one order, or three, or one and nearly all else; names alone
// do not count.
func credible(q, ts []term, s float64) bool {
	same, words := sharedContent(q, ts)
	if words == 0 {
		return false
	}
	if same >= 3 || s >= reportedShare || same == 1 && s >= oneWordReport {
		return true
	}
	n := 0
	for _, p := range common(q, ts) {
		if q[p[0]].content {
			n++
		}
	}
	return n >= 2
}

// oneWordReport is the least score of a report with one content word in common.
const oneWordReport = 0.8

// longestReported bounds the terms of a quotation looked for in a sentence.
const longestReported = 60

// mostSentences bounds the sentences of a quotation that are looked for.
const mostSentences = 12

// sentences is a whole quotation, and its sentences where it has several.
func sentences(toks []text.Token) [][]text.Token {
	out := [][]text.Token{toks}
	start := 0
	for i, t := range toks {
		if len(out) > mostSentences {
			return out
		}
		if t.Kind == text.Mark && (t.Text == "." || t.Text == "!" || t.Text == "?" || t.Text == ";") && i > start {
			out = append(out, toks[start:i])
			start = i + 1
		}
	}
	if start > 0 && start < len(toks) {
		out = append(out, toks[start:])
	}
	return out
}

// window is the range [from, to) of terms that has most in common with q.
func window(q, ts []term) (from, to int, best float64) {
	have := make(map[string]int, len(q))
	for _, t := range q {
		have[t.key]++
	}
	whole := total(q)
	for i := range ts {
		if have[ts[i].key] == 0 {
			continue
		}
		left := make(map[string]int, 8)
		matched, weight := 0.0, 0.0
		content := 0
		for j := i; j < len(ts) && j < i+2*len(q)+6; j++ {
			t := ts[j]
			weight += t.weight
			if have[t.key]-left[t.key] <= 0 {
				continue
			}
			left[t.key]++
			matched += t.weight
			if t.content {
				content++
			}
			if s := 2 * matched / (whole + weight); content > 0 && cmp.Compare(s, best) > 0 {
				from, to, best = i, j+1, s
			}
		}
	}
	return from, to, best
}
