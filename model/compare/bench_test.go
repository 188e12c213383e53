package compare

import (
	"context"
	"os"
	"testing"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/seeds"
)

// BenchmarkSample compares the embedded sample pair.
func BenchmarkSample(b *testing.B) {
	p := seeds.Sample()
	left, right := article.Parse(p.LeftName, string(p.Left)), article.Parse(p.RightName, string(p.Right))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compare(context.Background(), left, right); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLarge compares the two files that DOUBLETAKE_LEFT and
// DOUBLETAKE_RIGHT name.
func BenchmarkLarge(b *testing.B) {
	var sides [2]model.Article
	for i, name := range []string{os.Getenv("DOUBLETAKE_LEFT"), os.Getenv("DOUBLETAKE_RIGHT")} {
		raw, err := os.ReadFile(name)
		if err != nil {
			b.Skip("DOUBLETAKE_LEFT and DOUBLETAKE_RIGHT name no files")
		}
		sides[i] = article.Parse(name, string(raw))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compare(context.Background(), sides[0], sides[1]); err != nil {
			b.Fatal(err)
		}
	}
}
