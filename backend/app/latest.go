package app

import (
	"context"
	"sync"
)

// latest carries out long work for a screen, one piece at a time: a new piece calls off the one under way. The zero value is ready; safe
// for several goroutines.
type latest struct {
	mu          sync.Mutex
	cancel      context.CancelFunc // of the work under way; nil: none
	begun       int                // counts the pieces
	done, total int
}

// begin calls off what is under way. The work hears of its own end by ctx, tells how far it has come by progress, and calls end when
// it is over; of one called off nothing is shown any more.
func (l *latest) begin() (ctx context.Context, progress func(done, total int), end func()) {
	ctx, cancel := context.WithCancel(context.Background())
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cancel != nil {
		l.cancel()
	}
	l.begun++
	mine := l.begun
	l.cancel, l.done, l.total = cancel, 0, 0
	progress = func(done, total int) {
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.begun == mine {
			l.done, l.total = max(l.done, done), total
		}
	}
	end = func() {
		cancel()
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.begun == mine {
			l.cancel = nil
		}
	}
	return ctx, progress, end
}

// progress says how far the work under way has come.
func (l *latest) progress() (running bool, done, total int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.cancel != nil, l.done, l.total
}

// stop calls off the work under way, if there is any.
func (l *latest) stop() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cancel != nil {
		l.cancel()
	}
}
