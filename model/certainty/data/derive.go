//go:build ignore

// This program derives verbs.txt, senses.txt and opposites.txt from the
// database files of WordNet 3.0 (Debian package wordnet-base). Run it in this
// folder: go run derive.go [/usr/share/wordnet]
package main

import (
	"bufio"
	"cmp"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const (
	source  = "# From WordNet 3.0, Copyright 2006 by Princeton University; WordNet licence (permissive; text: licence.txt).\n"
	command = "# Derived by derive.go beside this file; do not edit.\n"
	ranked  = "../../text/frequency.txt"
)

// particles close the phrasal verbs that are kept: "call off", "put off".
var particles = []string{"off", "out", "up", "down", "away", "back", "over", "place", "part", "effect", "ahead"}

// A synset is one line of a data file: words, and pointers by symbol.
type synset struct {
	words    []string
	pointers []pointer
}

// A pointer leads from word number from (0: the whole synset) to word number to
// of another synset.
type pointer struct {
	symbol, offset, pos string
	from, to            int
}

// A wordnet holds the synsets of each part of speech and the ranks of senses.
type wordnet struct {
	sets   map[string]map[string]synset // part of speech, offset
	senses map[string][]string          // "v cancel" to offsets, commonest first
	tagged map[string]int               // "v cancel" to occurrences in the tagged corpora
	common map[string]bool              // words among the 10,000 commonest
}

func main() {
	log.SetFlags(0)
	dir := "/usr/share/wordnet"
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	w := wordnet{map[string]map[string]synset{}, map[string][]string{}, map[string]int{}, map[string]bool{}}
	for line := range lines(ranked) {
		w.common[line] = true
	}
	for _, p := range [][2]string{{"v", "verb"}, {"n", "noun"}, {"a", "adj"}} {
		w.read(dir, p[0], p[1])
	}
	w.count(dir)
	write("verbs.txt", "# Verbs: the lemma, v (mostly a verb), b (verb and noun or adjective alike) or n (seldom a verb), irregular forms.\n", w.verbs(dir))
	write("senses.txt", "# Words of one meaning, a line a meaning: verbs, then nouns after a bar; ^n is the line of the wider meaning, counted from 1 without comments.\n", w.meanings())
	write("opposites.txt", "# Pairs of opposites: verbs, then adjectives.\n", w.opposites())
}

// lines yields the lines of a file without comments and licence lines.
func lines(name string) func(func(string) bool) {
	return func(yield func(string) bool) {
		f, err := os.Open(name)
		if err != nil {
			log.Fatal(err)
		}
		defer f.Close()
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			if l := sc.Text(); l != "" && l[0] != ' ' && l[0] != '#' && !yield(l) {
				return
			}
		}
	}
}

func (w wordnet) read(dir, pos, name string) {
	w.sets[pos] = map[string]synset{}
	for line := range lines(filepath.Join(dir, "data."+name)) {
		f := strings.Fields(line)
		n, _ := strconv.ParseInt(f[3], 16, 32)
		var s synset
		at := 4
		for range n {
			word, _, _ := strings.Cut(f[at], "(")
			s.words = append(s.words, strings.ToLower(word))
			at += 2
		}
		p, _ := strconv.Atoi(f[at])
		for at++; p > 0; p-- {
			from, _ := strconv.ParseInt(f[at+3][:2], 16, 32)
			to, _ := strconv.ParseInt(f[at+3][2:], 16, 32)
			s.pointers = append(s.pointers, pointer{f[at], f[at+1], f[at+2], int(from), int(to)})
			at += 4
		}
		w.sets[pos][f[0]] = s
	}
	for line := range lines(filepath.Join(dir, "index."+name)) {
		f := strings.Fields(line)
		p, _ := strconv.Atoi(f[3])
		w.senses[pos+" "+f[0]] = f[6+p:]
	}
}

// count reads how often each word was tagged as a verb, a noun or an adjective.
func (w wordnet) count(dir string) {
	classes := map[string]string{"1": "n", "2": "v", "3": "a", "5": "a"}
	for line := range lines(filepath.Join(dir, "cntlist.rev")) {
		f := strings.Fields(line)
		lemma, rest, _ := strings.Cut(f[0], "%")
		n, _ := strconv.Atoi(f[2])
		w.tagged[classes[rest[:1]]+" "+lemma] += n
	}
}

// known holds for words worth keeping in a general lexicon of news.
func (w wordnet) known(pos, word string) bool {
	return letters(word) && (w.common[word] || w.tagged[pos+" "+word] > 0 || pos == "v" && w.tagged["n "+word] > 0)
}

// rank is the place of a synset among the senses of a word, from 1; 99 if none.
func (w wordnet) rank(pos, word, offset string) int {
	if i := slices.Index(w.senses[pos+" "+word], offset); i >= 0 {
		return i + 1
	}
	return 99
}

func letters(s string) bool {
	return len(s) > 1 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

func phrasal(s string) bool {
	verb, particle, ok := strings.Cut(s, "_")
	return ok && letters(verb) && slices.Contains(particles, particle)
}

func (w wordnet) verbs(dir string) (out []string) {
	irregular := map[string][]string{}
	for line := range lines(filepath.Join(dir, "verb.exc")) {
		f := strings.Fields(line)
		regular := strings.HasSuffix(f[0], "ing") || strings.HasSuffix(f[0], "s") || strings.HasSuffix(f[0], "ed") && !strings.HasSuffix(f[1], "eed") && f[0] != "fed" && f[0] != "led" && f[0] != "fled"
		if !regular && letters(f[0]) {
			irregular[f[1]] = append(irregular[f[1]], f[0])
		}
	}
	for key := range w.senses {
		lemma, ok := strings.CutPrefix(key, "v ")
		if !ok || !w.known("v", lemma) {
			continue
		}
		verb, other := w.tagged[key], w.tagged["n "+lemma]+w.tagged["a "+lemma]
		class := "b"
		switch {
		case len(w.senses["n "+lemma])+len(w.senses["a "+lemma]) == 0 || verb > 3*other:
			class = "v"
		case verb == 0 && other == 0, other > 3*verb:
			class = "n"
		}
		out = append(out, strings.Join(append([]string{lemma, class}, irregular[lemma]...), " "))
	}
	slices.Sort(out)
	return out
}

// meanings lists the synsets with the words for which they are a common sense.
func (w wordnet) meanings() (out []string) {
	type meaning struct{ offset, parent, line string }
	var all []meaning
	for offset, s := range w.sets["v"] {
		var words, nouns []string
		parent := ""
		for _, word := range s.words {
			if (w.known("v", word) || phrasal(word)) && w.rank("v", word, offset) <= 4 && word != "be" && word != "have" {
				words = append(words, word)
			}
		}
		for _, p := range s.pointers {
			switch {
			case p.symbol == "@" && parent == "":
				parent = p.offset
			case p.symbol == "+" && p.pos == "n" && p.from > 0:
				noun, verb := w.sets["n"][p.offset].words[p.to-1], s.words[p.from-1]
				if w.known("n", noun) && w.rank("n", noun, p.offset) <= 2 && slices.Contains(words, verb) && !slices.Contains(nouns, noun) && noun != verb {
					nouns = append(nouns, noun)
				}
			}
		}
		if len(words) > 0 {
			line := strings.Join(words, " ")
			if len(nouns) > 0 {
				line += " | " + strings.Join(nouns, " ")
			}
			all = append(all, meaning{offset, parent, line})
		}
	}
	for offset, s := range w.sets["n"] {
		var words []string
		for _, word := range s.words {
			if w.common[word] && letters(word) && w.rank("n", word, offset) <= 2 {
				words = append(words, word)
			}
		}
		if len(words) > 1 {
			all = append(all, meaning{"n" + offset, "", "| " + strings.Join(words, " ")})
		}
	}
	slices.SortFunc(all, func(a, b meaning) int { return cmp.Compare(a.offset, b.offset) })
	for _, m := range all {
		i := slices.IndexFunc(all, func(x meaning) bool { return x.offset == m.parent })
		if i >= 0 && m.parent != "" {
			m.line += " ^" + strconv.Itoa(i+1)
		}
		out = append(out, m.line)
	}
	return out
}

// opposites lists the antonyms of common senses, each pair once.
func (w wordnet) opposites() (out []string) {
	for _, pos := range []string{"v", "a"} {
		var pairs []string
		for offset, s := range w.sets[pos] {
			for _, p := range s.pointers {
				if p.symbol != "!" || p.from == 0 {
					continue
				}
				a, b := s.words[p.from-1], w.sets[pos][p.offset].words[p.to-1]
				if a < b && w.known(pos, a) && w.known(pos, b) && w.rank(pos, a, offset) <= 3 && w.rank(pos, b, p.offset) <= 3 {
					pairs = append(pairs, a+" "+b)
				}
			}
		}
		slices.Sort(pairs)
		out = append(out, slices.Compact(pairs)...)
	}
	return out
}

func write(name, head string, body []string) {
	text := source + command + head + strings.Join(body, "\n") + "\n"
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Println(name, len(text), "bytes,", len(body), "lines")
}
