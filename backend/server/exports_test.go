package server_test

import (
	"context"
	stdjson "encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"estateatlas/backend/app"
	"estateatlas/backend/gpkg"
	"estateatlas/backend/internal/fixture"
	"estateatlas/backend/server"
)

// TestABrowserExportsAndFetches goes the whole way of a browser: begin, ask how far it is, fetch, forget.
func TestABrowserExportsAndFetches(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.gpkg")
	if out, err := app.ImportInto(context.Background(), gpkg.Projects{}, path, []string{fixture.Write(t, fixture.Dataset())}, app.ImportOptions{}); err != nil || !out.Written {
		t.Fatal(err)
	}
	atlas := app.New(gpkg.Projects{}, "test", false)
	if _, err := atlas.Open(path); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := app.Close(atlas); err != nil {
			t.Error(err)
		}
	})
	s := server.New(host, token, atlas, fstest.MapFS{"index.html": {Data: []byte("page")}})
	send := func(method, path, body string, head map[string]string) *http.Response {
		r := httptest.NewRequest(method, path, strings.NewReader(body))
		r.Host = host
		for k, v := range head {
			r.Header.Set(k, v)
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w.Result()
	}
	call := func(method, args string) (job app.Job) {
		r := send(http.MethodPost, "/secret/rpc/"+method, args, json)
		if r.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d %s", method, r.StatusCode, body(t, r))
		}
		if err := stdjson.NewDecoder(r.Body).Decode(&job); err != nil {
			t.Fatal(err)
		}
		return job
	}
	job := call("StartExport", `[{"what":"estates","format":"csv","lang":"zh"}]`)
	for end := time.Now().Add(10 * time.Second); !job.Finished && time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		job = call("JobState", `["`+job.ID+`"]`)
	}
	if !job.Finished || job.Failure != nil {
		t.Fatalf("%+v", job)
	}
	file := "/secret/exports/" + job.ID + "/" + url.PathEscape(job.FileName)
	r := send(http.MethodGet, file, "", map[string]string{"Sec-Fetch-Site": "same-origin"})
	text, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK || !strings.Contains(string(text), "幸福里") || !strings.HasPrefix(r.Header.Get("Content-Disposition"), "attachment") ||
		r.Header.Get("X-Content-Type-Options") != "nosniff" || r.Header.Get("Content-Security-Policy") == "" {
		t.Fatalf("%d %v %.60q", r.StatusCode, r.Header, text)
	}
	for name, c := range map[string]struct {
		method, path string
		head         map[string]string
		want         int
	}{
		"another page's script":  {http.MethodGet, file, map[string]string{"Origin": "http://evil.example"}, http.StatusForbidden},
		"another page's picture": {http.MethodGet, file, map[string]string{"Sec-Fetch-Site": "cross-site"}, http.StatusForbidden},
		"without the token":      {http.MethodGet, strings.Replace(file, "secret", "secrey", 1), nil, http.StatusNotFound},
		"another name":           {http.MethodGet, "/secret/exports/" + job.ID + "/a.html", nil, http.StatusNotFound},
		"another job":            {http.MethodGet, "/secret/exports/none/" + url.PathEscape(job.FileName), nil, http.StatusNotFound},
		"out of the folder":      {http.MethodGet, "/secret/exports/" + job.ID + "/../../../etc/passwd", nil, http.StatusNotFound},
		"writing":                {http.MethodPut, file, nil, http.StatusMethodNotAllowed},
	} {
		if r := send(c.method, c.path, "", c.head); r.StatusCode != c.want {
			t.Errorf("%s: %d, want %d", name, r.StatusCode, c.want)
		}
	}
	if r := send(http.MethodPost, "/secret/rpc/CancelJob", `["`+job.ID+`"]`, json); r.StatusCode != http.StatusOK {
		t.Errorf("forgetting: %d", r.StatusCode)
	}
	if r := send(http.MethodGet, file, "", nil); r.StatusCode != http.StatusNotFound {
		t.Errorf("a forgotten file: %d", r.StatusCode)
	}
}
