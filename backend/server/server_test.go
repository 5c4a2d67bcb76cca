package server_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"estateatlas/backend/app"
	"estateatlas/backend/server"
)

const (
	host  = "127.0.0.1:8765"
	token = "secret"
)

func newServer() http.Handler {
	assets := fstest.MapFS{"index.html": {Data: []byte("<title>一张图</title>")}, "assets/a.js": {Data: []byte("let a")}}
	return server.New(host, token, app.New(nil, "test", false), assets)
}

type ask struct {
	method, path, body string
	head               map[string]string
}

func (a ask) send(t *testing.T) *http.Response {
	t.Helper()
	method := a.method
	if method == "" {
		method = http.MethodGet
	}
	r := httptest.NewRequest(method, a.path, strings.NewReader(a.body))
	r.Host = host
	for k, v := range a.head {
		if k == "Host" {
			r.Host = v
		} else {
			r.Header.Set(k, v)
		}
	}
	w := httptest.NewRecorder()
	newServer().ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var json = map[string]string{"Content-Type": "application/json"}

func with(head map[string]string, key, value string) map[string]string {
	m := map[string]string{key: value}
	for k, v := range head {
		m[k] = v
	}
	return m
}

func TestThePageIsServedBehindTheToken(t *testing.T) {
	r := ask{path: "/secret/"}.send(t)
	if got := body(t, r); r.StatusCode != http.StatusOK || !strings.Contains(got, "一张图") {
		t.Fatalf("%d %s", r.StatusCode, got)
	}
	if csp := r.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'self'") || !strings.Contains(csp, "frame-ancestors 'none'") {
		t.Errorf("policy: %q", csp)
	}
	if r := (ask{path: "/secret/assets/a.js"}).send(t); r.StatusCode != http.StatusOK || !strings.Contains(r.Header.Get("Cache-Control"), "immutable") {
		t.Errorf("asset: %d, %s", r.StatusCode, r.Header.Get("Cache-Control"))
	}
	if r := (ask{path: "/secret"}).send(t); r.StatusCode != http.StatusMovedPermanently || r.Header.Get("Location") != "/secret/" {
		t.Errorf("without the slash: %d to %s", r.StatusCode, r.Header.Get("Location"))
	}
}

func TestWhoIsTurnedAway(t *testing.T) {
	for name, c := range map[string]struct {
		ask
		want int
	}{
		"no token":                 {ask{path: "/"}, http.StatusNotFound},
		"wrong token":              {ask{path: "/secrey/"}, http.StatusNotFound},
		"token elsewhere":          {ask{path: "/index.html?token=secret"}, http.StatusNotFound},
		"another host (rebinding)": {ask{path: "/secret/", head: map[string]string{"Host": "evil.example:8765"}}, http.StatusMisdirectedRequest},
		"another port":             {ask{path: "/secret/", head: map[string]string{"Host": "127.0.0.1:80"}}, http.StatusMisdirectedRequest},
		"another page's script":    {ask{method: "POST", path: "/secret/rpc/Session", body: "[]", head: with(json, "Origin", "http://evil.example")}, http.StatusForbidden},
		"a sandboxed frame":        {ask{method: "POST", path: "/secret/rpc/Session", body: "[]", head: with(json, "Origin", "null")}, http.StatusForbidden},
		"another site's picture":   {ask{path: "/secret/", head: map[string]string{"Sec-Fetch-Site": "cross-site"}}, http.StatusForbidden},
		"a form":                   {ask{method: "POST", path: "/secret/rpc/Session", body: "[]", head: map[string]string{"Content-Type": "text/plain"}}, http.StatusUnsupportedMediaType},
		"GET of a method":          {ask{path: "/secret/rpc/Session"}, http.StatusMethodNotAllowed},
		"opening a path":           {ask{method: "POST", path: "/secret/rpc/Open", body: `["/etc/passwd"]`, head: json}, http.StatusNotFound},
		"importing a path":         {ask{method: "POST", path: "/secret/rpc/Import", body: `["a",["/etc"]]`, head: json}, http.StatusNotFound},
		"a method of Go's":         {ask{method: "POST", path: "/secret/rpc/String", body: "[]", head: json}, http.StatusNotFound},
		"too many arguments":       {ask{method: "POST", path: "/secret/rpc/Session", body: "[1]", head: json}, http.StatusBadRequest},
		"an argument of a kind":    {ask{method: "POST", path: "/secret/rpc/Round", body: "[1]", head: json}, http.StatusBadRequest},
		"no JSON":                  {ask{method: "POST", path: "/secret/rpc/Session", body: "{", head: json}, http.StatusBadRequest},
		"a huge body":              {ask{method: "POST", path: "/secret/rpc/Round", body: `["` + strings.Repeat("a", 4<<20) + `"]`, head: json}, http.StatusBadRequest},
		"writing to the page":      {ask{method: "PUT", path: "/secret/index.html"}, http.StatusMethodNotAllowed},
		"out of the folder":        {ask{path: "/secret/assets/../../../../etc/passwd"}, http.StatusNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			if r := c.send(t); r.StatusCode != c.want {
				t.Errorf("%d, want %d: %s", r.StatusCode, c.want, body(t, r))
			}
		})
	}
}

func TestToldToListenOnEveryAddress(t *testing.T) {
	s := server.New("[::]:8765", token, app.New(nil, "test", false), fstest.MapFS{"index.html": {Data: []byte("page")}})
	for to, want := range map[string]int{
		"10.1.2.3:8765": http.StatusOK, "[fe80::1]:8765": http.StatusOK, "localhost:8765": http.StatusOK,
		"10.1.2.3:80": http.StatusMisdirectedRequest, "evil.example:8765": http.StatusMisdirectedRequest,
	} {
		r := httptest.NewRequest(http.MethodGet, "/secret/", nil)
		r.Host = to
		w := httptest.NewRecorder()
		if s.ServeHTTP(w, r); w.Code != want {
			t.Errorf("%s: %d, want %d", to, w.Code, want)
		}
		r.Header.Set("Origin", "http://evil.example:8765")
		w = httptest.NewRecorder()
		if s.ServeHTTP(w, r); w.Code == http.StatusOK {
			t.Errorf("%s: a page from elsewhere was answered", to)
		}
	}
}

func TestAMethodIsAnswered(t *testing.T) {
	r := ask{method: "POST", path: "/secret/rpc/Session", body: "[]", head: with(json, "Origin", "http://"+host)}.send(t)
	if got := body(t, r); r.StatusCode != http.StatusOK || !strings.Contains(got, `"project":null`) {
		t.Fatalf("%d %s", r.StatusCode, got)
	}
	r = ask{method: "POST", path: "/secret/rpc/District", body: "[]", head: json}.send(t)
	if got := body(t, r); r.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(got, `"code":"not_found"`) || !strings.Contains(got, "没有打开项目") {
		t.Fatalf("%d %s", r.StatusCode, got)
	}
}
