// Package parallel does the parts of one step side by side where they do not
// touch each other. What comes out is what they would have made one after the other.
package parallel

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"golang.org/x/sync/errgroup"
)

// Do runs the tasks and waits for all of them. A panic in one of them comes up in
// the caller, as it would without Do: nobody else could recover from it.
func Do(tasks ...func()) {
	var group errgroup.Group
	for _, task := range tasks {
		group.Go(func() (err error) {
			defer func() {
				if r := recover(); r != nil {
					err = fmt.Errorf("%v\n%s", r, debug.Stack())
				}
			}()
			task()
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		panic(err)
	}
}

// Ranges cuts [0, n) into as many ranges as there are processors and runs do on
// each. It has to leave its results where no other range looks.
func Ranges(n int, do func(from, to int)) {
	parts := min(runtime.GOMAXPROCS(0), n)
	if parts <= 1 {
		do(0, n)
		return
	}
	tasks := make([]func(), parts)
	for i := range tasks {
		tasks[i] = func() { do(i*n/parts, (i+1)*n/parts) }
	}
	Do(tasks...)
}
