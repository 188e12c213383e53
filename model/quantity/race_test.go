//go:build race

package quantity

// raced says that the race detector is on.
const raced = true
