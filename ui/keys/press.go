package keys

// Press is one key or one sequence ("]c") as the bindings name it.
type Press string

// String is the name.
func (p Press) String() string { return string(p) }

// Prefix reports whether a key only begins a sequence.
func Prefix(name string) bool { return name == "]" || name == "[" }
