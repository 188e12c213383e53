//go:build !race

package quantity

const raced = false
