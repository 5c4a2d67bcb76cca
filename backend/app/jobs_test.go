package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"estateatlas/backend/domain"
)

// finish waits for a job to end.
func finish(t *testing.T, js *jobs, id string) Job {
	t.Helper()
	for range 1000 {
		j, err := js.stateOf(id)
		if err != nil {
			t.Fatal(err)
		}
		if j.Finished {
			return j
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatal("the job does not end")
	return Job{}
}

func begin(t *testing.T, js *jobs, name string, do work) Job {
	t.Helper()
	j, err := js.start(name, do)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func writes(text string) work {
	return func(_ context.Context, w io.Writer, progress func(done, total int)) error {
		progress(1, 2)
		_, err := io.WriteString(w, text)
		progress(2, 2)
		return err
	}
}

func waits(ctx context.Context, _ io.Writer, _ func(int, int)) error { <-ctx.Done(); return ctx.Err() }

func closing(t *testing.T, js *jobs) {
	t.Helper()
	t.Cleanup(func() {
		if err := js.close(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(js.folder); js.folder != "" && !errors.Is(err, os.ErrNotExist) {
			t.Errorf("the temporary folder is still there: %v", err)
		}
	})
}

func TestAJobMakesAFileThatCanBeFetchedMoreThanOnce(t *testing.T) {
	var js jobs
	closing(t, &js)
	j := finish(t, &js, begin(t, &js, "名次.csv", writes("名次")).ID)
	if j.Failure != nil || j.FileName != "名次.csv" || j.Bytes != 6 || j.Done != 2 || j.Total != 2 {
		t.Fatalf("%+v", j)
	}
	for range 2 {
		name, f, err := js.file(j.ID)
		if err != nil || name != "名次.csv" {
			t.Fatal(name, err)
		}
		text, err := io.ReadAll(f)
		if err := errors.Join(err, f.Close()); err != nil || string(text) != "名次" {
			t.Errorf("%q %v", text, err)
		}
	}
	if err := js.stop(j.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := js.stateOf(j.ID); err == nil {
		t.Error("a finished job that was called off is still known")
	}
	if left, err := os.ReadDir(js.folder); err != nil || len(left) != 0 {
		t.Errorf("%d files are left: %v", len(left), err)
	}
}

func TestHowJobsFail(t *testing.T) {
	var js jobs
	closing(t, &js)
	refused := domain.Fail(domain.CodeInvalid, domain.Say("没有轮次", "No round"), nil)
	for name, c := range map[string]struct {
		do   work
		code domain.Code
	}{
		"refused": {func(context.Context, io.Writer, func(int, int)) error { return refused }, domain.CodeInvalid},
		"a half file": {func(_ context.Context, w io.Writer, _ func(int, int)) error {
			_, _ = io.WriteString(w, strings.Repeat("a", 1<<20))
			return errors.New("broken")
		}, domain.CodeInternal},
		"a panic": {func(context.Context, io.Writer, func(int, int)) error { panic("index out of range") }, domain.CodeInternal},
	} {
		j := finish(t, &js, begin(t, &js, "a.csv", c.do).ID)
		if j.Failure == nil || j.Failure.Code != c.code || j.Bytes != 0 {
			t.Errorf("%s: %+v", name, j)
		}
		if _, _, err := js.file(j.ID); err == nil {
			t.Errorf("%s: there is a file", name)
		}
	}
	if left, err := os.ReadDir(js.folder); err != nil || len(left) != 0 {
		t.Errorf("%d half files are left: %v", len(left), err)
	}
}

func TestAJobThatIsCalledOffHasNeitherFileNorFailure(t *testing.T) {
	var js jobs
	closing(t, &js)
	for name, do := range map[string]work{
		"one that looks": waits,
		"one that only writes": func(_ context.Context, w io.Writer, _ func(int, int)) error {
			for {
				if _, err := w.Write(make([]byte, 1<<12)); err != nil {
					return err
				}
				time.Sleep(time.Millisecond)
			}
		},
	} {
		j := begin(t, &js, "a.csv", do)
		if err := js.stop(j.ID); err != nil {
			t.Fatal(err)
		}
		if j = finish(t, &js, j.ID); j.Failure != nil || j.Bytes != 0 {
			t.Errorf("%s: %+v", name, j)
		}
	}
	if err := js.stop("none"); err == nil {
		t.Error("a job that there is not was called off")
	}
}

func TestOnlyTheLastFilesAreKept(t *testing.T) {
	var js jobs
	closing(t, &js)
	var ids []string
	for i := range keptJobs + 3 {
		j := finish(t, &js, begin(t, &js, fmt.Sprintf("%d.csv", i), writes("a")).ID)
		ids = append(ids, j.ID)
	}
	if _, err := js.stateOf(ids[0]); err == nil {
		t.Error("the first job is still kept")
	}
	if _, err := js.stateOf(ids[len(ids)-1]); err != nil {
		t.Error("the last job is not kept")
	}
	if left, err := os.ReadDir(js.folder); err != nil || len(left) > keptJobs+1 {
		t.Errorf("%d files are kept: %v", len(left), err)
	}
}

func TestTooMuchAtOnceIsRefused(t *testing.T) {
	var js jobs
	closing(t, &js)
	for range mostJobs {
		begin(t, &js, "a.csv", waits)
	}
	_, err := js.start("b.csv", waits)
	if code, _ := domain.Explain(err); code != domain.CodeConflict {
		t.Errorf("got %v", err)
	}
	if len(js.turn) > jobsAtOnce {
		t.Errorf("%d work at the same time", len(js.turn))
	}
}

func TestTheEndOfTheProgramEndsItsJobs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var js jobs
		begin(t, &js, "a.csv", waits)
		begin(t, &js, "b.csv", waits)
		if err := js.close(); err != nil {
			t.Fatal(err)
		}
		if _, err := js.start("c.csv", waits); err == nil {
			t.Error("a job began after the end")
		}
	})
}

// TestJobsFromManySides is for the race detector.
func TestJobsFromManySides(t *testing.T) {
	var js jobs
	closing(t, &js)
	var sides sync.WaitGroup
	for side := range 4 {
		sides.Go(func() {
			for i := range 20 {
				j, err := js.start("a.csv", writes("a"))
				if err != nil {
					time.Sleep(time.Millisecond)
					continue
				}
				if _, err := js.stateOf(j.ID); err == nil && (i+side)%3 == 0 {
					_ = js.stop(j.ID)
				}
				if _, f, err := js.file(j.ID); err == nil {
					_ = f.Close()
				}
			}
		})
	}
	sides.Wait()
}

func TestDownloads(t *testing.T) {
	a := New(nil, "test", false)
	closing(t, &a.jobs)
	j := finish(t, &a.jobs, begin(t, &a.jobs, `示例区 "100%".csv`, writes("0123456789")).ID)
	running := begin(t, &a.jobs, "b.csv", waits)
	get := func(method, path, byteRange string) *http.Response {
		r := httptest.NewRequest(method, "/exports/a/b", nil)
		r.URL.Path = path
		if byteRange != "" {
			r.Header.Set("Range", byteRange)
		}
		w := httptest.NewRecorder()
		Exports(a).ServeHTTP(w, r)
		return w.Result()
	}
	path := "/exports/" + j.ID + "/" + j.FileName
	r := get(http.MethodGet, path, "")
	if text, err := io.ReadAll(r.Body); err != nil || r.StatusCode != http.StatusOK || string(text) != "0123456789" {
		t.Fatalf("%d %q %v", r.StatusCode, text, err)
	}
	for key, want := range map[string]string{
		"Content-Type":           "text/csv; charset=utf-8",
		"Content-Disposition":    `attachment; filename="___ _100__.csv"; filename*=UTF-8''%E7%A4%BA%E4%BE%8B%E5%8C%BA%20%22100%25%22.csv`,
		"X-Content-Type-Options": "nosniff",
		"Cache-Control":          "private, no-store",
	} {
		if got := r.Header.Get(key); got != want {
			t.Errorf("%s: %s, want %s", key, got, want)
		}
	}
	if r := get(http.MethodGet, path, "bytes=2-4"); r.StatusCode != http.StatusPartialContent {
		t.Errorf("a part: %d", r.StatusCode)
	} else if text, _ := io.ReadAll(r.Body); string(text) != "234" {
		t.Errorf("a part: %q", text)
	}
	for name, c := range map[string]struct {
		method, path string
		want         int
	}{
		"head":         {http.MethodHead, path, http.StatusOK},
		"post":         {http.MethodPost, path, http.StatusMethodNotAllowed},
		"another name": {http.MethodGet, "/exports/" + j.ID + "/b.html", http.StatusNotFound},
		"no name":      {http.MethodGet, "/exports/" + j.ID, http.StatusNotFound},
		"unknown":      {http.MethodGet, "/exports/none/b.csv", http.StatusNotFound},
		"not finished": {http.MethodGet, "/exports/" + running.ID + "/b.csv", http.StatusNotFound},
		"nothing":      {http.MethodGet, "/exports/", http.StatusNotFound},
	} {
		if r := get(c.method, c.path, ""); r.StatusCode != c.want {
			t.Errorf("%s: %d, want %d", name, r.StatusCode, c.want)
		}
	}
}

func TestWhatIsRememberedIsThereAtTheNextStart(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	if text := Remembered("prefs.json"); text != nil {
		t.Errorf("%q before anything was kept", text)
	}
	if err := Remember("prefs.json", []byte(`{"a":1}`)); err != nil {
		t.Fatal(err)
	}
	if text := Remembered("prefs.json"); string(text) != `{"a":1}` {
		t.Errorf("%q", text)
	}
	if err := Remember("prefs.json", make([]byte, keptMost+1)); err == nil {
		t.Error("too much was kept")
	}
}
