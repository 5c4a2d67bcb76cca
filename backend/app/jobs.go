package app

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"estateatlas/backend/domain"
)

const (
	// keptJobs is how many finished jobs keep their files; the oldest goes first.
	keptJobs = 8
	// mostJobs is how many jobs may be under way or waiting.
	mostJobs = 6
	// jobsAtOnce is how many work at the same time: the screens have to stay quick.
	jobsAtOnce = 2
	// mostBytes is how large a file may become.
	mostBytes = 1 << 30
	// lastWait is how long the end of the program waits for work that was called off.
	lastWait = 5 * time.Second
)

// jobs are the pieces of work that run in the background and the files that they made. The files live in a temporary folder of
// the program, until they are replaced by newer ones or the program ends. Safe for several goroutines; the zero value is ready.
type jobs struct {
	mu     sync.Mutex
	all    []*job // oldest first
	folder string // made with the first job
	closed bool
	turn   chan struct{} // holds a token for each job at work
	ending sync.WaitGroup
}

type job struct {
	id, name    string
	cancel      context.CancelFunc
	done, total atomic.Int64

	// Guarded by jobs.mu.
	finished bool
	failure  *Failure
	path     string // "" without a file
	bytes    int64
}

// work writes a file and tells how far it is.
type work func(ctx context.Context, w io.Writer, progress func(done, total int)) error

// start begins work that makes a file of this name. Errors: CodeConflict when too much is under way.
func (js *jobs) start(name string, do work) (Job, error) {
	js.mu.Lock()
	defer js.mu.Unlock()
	under := 0
	for _, j := range js.all {
		if !j.finished {
			under++
		}
	}
	switch {
	case js.closed:
		return Job{}, domain.Fail(domain.CodeConflict, domain.Say("程序正在关闭", "The program is closing"), nil)
	case under >= mostJobs:
		return Job{}, domain.Fail(domain.CodeConflict, domain.Say("已有 %d 项导出正在进行；等待其中一项完成或取消后再试",
			"%d exports are under way; wait for one to finish or cancel one, then try again", under), nil)
	}
	if js.folder == "" {
		folder, err := os.MkdirTemp("", "estate-atlas-*")
		if err != nil {
			return Job{}, domain.Fail(domain.CodeInternal, domain.Say("无法建立临时文件夹；检查磁盘是否已满",
				"No temporary folder can be made; check whether the disk is full"), err)
		}
		js.folder, js.turn = folder, make(chan struct{}, jobsAtOnce)
	}
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{id: rand.Text(), name: name, cancel: cancel}
	js.all = append(js.all, j)
	js.forgetOld()
	js.ending.Add(1)
	go func() {
		defer js.ending.Done()
		defer cancel()
		js.run(ctx, j, do)
	}()
	return j.state(), nil
}

// run waits for its turn, does the work and puts down how it ended.
func (js *jobs) run(ctx context.Context, j *job, do work) {
	var path string
	var bytes int64
	var err error
	select {
	case js.turn <- struct{}{}:
		path, bytes, err = js.write(ctx, j, do)
		<-js.turn
	case <-ctx.Done(): // called off before its turn
	}
	js.mu.Lock()
	defer js.mu.Unlock()
	j.finished = true
	if err == nil && ctx.Err() == nil {
		j.path, j.bytes = path, bytes
		return
	}
	if path != "" {
		_ = os.Remove(path)
	}
	code, text := domain.Explain(err)
	if ctx.Err() != nil || code == domain.CodeCancelled {
		return // called off: neither a file nor a failure
	}
	if code == domain.CodeInternal {
		slog.Error("export failed", "name", j.name, "err", err)
	}
	j.failure = &Failure{Code: code, Text: text}
}

// write does the work into a file of the temporary folder and returns its path, also of a half file.
func (js *jobs) write(ctx context.Context, j *job, do work) (path string, bytes int64, err error) {
	if err := ctx.Err(); err != nil {
		return "", 0, err
	}
	f, err := os.CreateTemp(js.folder, "export-*")
	if err != nil {
		return "", 0, noRoom(err)
	}
	path = f.Name()
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("export panicked: %v", broken)
		}
		if closing := f.Close(); err == nil && closing != nil {
			err = noRoom(closing)
		}
	}()
	out := &guarded{ctx: ctx, w: f}
	w := bufio.NewWriterSize(out, 1<<16)
	err = do(ctx, w, func(done, total int) {
		j.done.Store(int64(done))
		j.total.Store(int64(total))
	})
	if err == nil {
		err = w.Flush()
	}
	return path, out.bytes, err
}

// guarded stops a writer that was called off, or that writes without end.
type guarded struct {
	ctx   context.Context
	w     io.Writer
	bytes int64
}

func (g *guarded) Write(p []byte) (int, error) {
	if err := g.ctx.Err(); err != nil {
		return 0, err
	}
	if g.bytes += int64(len(p)); g.bytes > mostBytes {
		return 0, domain.Fail(domain.CodeInvalid, domain.Say("文件超过 %d MB；减少行数或页数后重试", "The file exceeds %d MB; choose fewer rows or pages", mostBytes>>20), nil)
	}
	n, err := g.w.Write(p)
	if err != nil {
		err = noRoom(err)
	}
	return n, err
}

func noRoom(err error) error {
	return domain.Fail(domain.CodeInvalid, domain.Say("临时文件无法写入；检查磁盘是否已满", "A temporary file cannot be written; check whether the disk is full"), err)
}

// forgetOld drops the oldest finished jobs until at most keptJobs are left.
func (js *jobs) forgetOld() {
	finished := 0
	for _, j := range js.all {
		if j.finished {
			finished++
		}
	}
	js.all = slices.DeleteFunc(js.all, func(j *job) bool {
		if !j.finished || finished <= keptJobs {
			return false
		}
		finished--
		j.drop()
		return true
	})
}

func (j *job) drop() {
	if j.path != "" {
		_ = os.Remove(j.path)
		j.path = ""
	}
}

// state is what the screens see; jobs.mu is held.
func (j *job) state() Job {
	return Job{
		ID: j.id, Done: int(j.done.Load()), Total: int(j.total.Load()), Finished: j.finished, Failure: j.failure, FileName: j.name, Bytes: j.bytes,
	}
}

var errNoJob = domain.Fail(domain.CodeNotFound, domain.Say("这项导出已不存在；请重新导出", "This export is not there any more; export again"), nil)

func (js *jobs) find(id string) (*job, error) {
	for _, j := range js.all {
		if j.id == id {
			return j, nil
		}
	}
	return nil, errNoJob
}

// stateOf tells how far a job is.
func (js *jobs) stateOf(id string) (Job, error) {
	js.mu.Lock()
	defer js.mu.Unlock()
	j, err := js.find(id)
	if err != nil {
		return Job{}, err
	}
	return j.state(), nil
}

// stop calls a job off; a finished one is forgotten with its file.
func (js *jobs) stop(id string) error {
	js.mu.Lock()
	defer js.mu.Unlock()
	j, err := js.find(id)
	if err != nil {
		return err
	}
	j.cancel()
	if j.finished {
		j.drop()
		js.all = slices.DeleteFunc(js.all, func(other *job) bool { return other == j })
	}
	return nil
}

// file opens what a finished job made. The caller closes it.
func (js *jobs) file(id string) (name string, f *os.File, err error) {
	js.mu.Lock()
	defer js.mu.Unlock()
	j, err := js.find(id)
	if err != nil {
		return "", nil, err
	}
	if j.path == "" {
		return "", nil, errNoJob
	}
	f, err = os.Open(filepath.Clean(j.path))
	if err != nil {
		return "", nil, errors.Join(errNoJob, err)
	}
	return j.name, f, nil
}

// close calls everything off and removes the files.
func (js *jobs) close() error {
	js.mu.Lock()
	js.closed = true
	for _, j := range js.all {
		j.cancel()
	}
	folder := js.folder
	js.mu.Unlock()
	ended := make(chan struct{})
	go func() { js.ending.Wait(); close(ended) }()
	select {
	case <-ended:
	case <-time.After(lastWait):
		slog.Warn("an export did not end in time")
	}
	if folder == "" {
		return nil
	}
	return os.RemoveAll(folder)
}
