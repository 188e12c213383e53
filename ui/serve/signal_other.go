//go:build !unix

package serve

// countOnSignal does nothing: there is no such signal here.
func (s *server) countOnSignal() (stop func()) { return func() {} }
