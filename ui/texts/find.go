package texts

import (
	"cmp"
	"slices"

	"doubletake/model"
	"doubletake/ui/book"
)

// signFrom is the index of the first sign at or behind the byte offset.
func signFrom(signs []book.Sign, at int) int {
	i, _ := slices.BinarySearchFunc(signs, at, func(s book.Sign, at int) int { return cmp.Compare(s.At, at) })
	return i
}

// hitFrom is the index of the first hit that ends behind the byte offset.
func hitFrom(hits []model.Span, at int) int {
	i, _ := slices.BinarySearchFunc(hits, at, func(s model.Span, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	return i
}
