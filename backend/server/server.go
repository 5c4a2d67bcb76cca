// Package server shows the program in a browser: the same frontend, the same methods and the same tiles as in the window,
// over HTTP on the loopback interface. It decides nothing; it guards the door.
//
// What stands between a hostile web page and the project: a random token in every address, the Host header (against DNS
// rebinding), the Origin and Sec-Fetch-Site headers, a list of allowed methods (those that only look), and a content
// security policy.
package server

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"path"
	"strings"
	"time"

	"estateatlas/backend/app"
	"estateatlas/backend/domain"
)

// ContentSecurityPolicy is sent with every page: nothing is loaded from elsewhere and nothing is framed.
// Svelte sets style attributes, hence 'unsafe-inline' for styles alone.
const ContentSecurityPolicy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
	"connect-src 'self'; font-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const maxBody = 3 << 20

// Server is the program behind HTTP.
type Server struct {
	token   string
	hosts   map[string]bool // host:port by which we may be called
	anyIP   string          // the port, if we listen on every address: then any address of this machine will do
	calls   map[string]call
	data    http.Handler // what is fetched from the program: tiles, base maps, exports
	assets  http.Handler
	serving *http.Server
}

// Listen opens addr (host:port, port 0 for any free one) and returns the server with the address to print. Connections are
// answered once Serve is called.
func Listen(ctx context.Context, addr string, atlas *app.Atlas, assets fs.FS) (*Server, net.Listener, string, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, nil, "", domain.Fail(domain.CodeInvalid,
			domain.Say("无法在 %s 上监听；换一个地址或端口（--addr 127.0.0.1:0）", "Cannot listen on %s; choose another address or port (--addr 127.0.0.1:0)", addr), err)
	}
	secret := make([]byte, 18)
	if _, err := rand.Read(secret); err != nil {
		return nil, nil, "", err
	}
	s := New(l.Addr().String(), base64.RawURLEncoding.EncodeToString(secret), atlas, assets)
	host := l.Addr().String()
	if s.anyIP != "" {
		host = net.JoinHostPort("127.0.0.1", s.anyIP)
	}
	return s, l, "http://" + host + "/" + s.token + "/", nil
}

// New returns the handler for pages at http://host/token/.
func New(host, token string, atlas *app.Atlas, assets fs.FS) *Server {
	s := &Server{
		token: token, hosts: map[string]bool{host: true},
		calls: methods(atlas), data: app.Handler(atlas), assets: http.FileServerFS(assets),
	}
	if name, port, err := net.SplitHostPort(host); err == nil {
		if ip := net.ParseIP(name); ip.IsLoopback() || ip.IsUnspecified() {
			s.hosts["localhost:"+port] = true
			if ip.IsUnspecified() {
				s.anyIP = port
			}
		}
	}
	s.serving = &http.Server{Handler: s, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: 2 * time.Minute}
	return s
}

// Serve answers until ctx ends, then waits for what is under way, at most three seconds.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	done := make(chan error, 1)
	go func() { done <- s.serving.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		last, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		defer cancel()
		err := s.serving.Shutdown(last)
		if served := <-done; !errors.Is(served, http.ErrServerClosed) {
			return served
		}
		return err
	}
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("Content-Security-Policy", ContentSecurityPolicy)
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Referrer-Policy", "no-referrer")
	head.Set("Cross-Origin-Resource-Policy", "same-origin")
	if !s.ownHost(r.Host) {
		http.Error(w, "unknown host", http.StatusMisdirectedRequest)
		return
	}
	token, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	if subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) != 1 {
		http.Error(w, "open the address that the program printed", http.StatusNotFound)
		return
	}
	if !strings.HasSuffix(r.URL.Path, "/") && rest == "" {
		http.Redirect(w, r, "/"+s.token+"/", http.StatusMovedPermanently)
		return
	}
	if !s.ownRequest(r) {
		http.Error(w, "requests from other pages are refused", http.StatusForbidden)
		return
	}
	switch kind, name, _ := strings.Cut(rest, "/"); kind {
	case "rpc":
		s.rpc(w, r, name)
	case "tiles", "basemap", "exports":
		s.pass(w, r, s.data, rest)
	default:
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, "GET only", http.StatusMethodNotAllowed)
			return
		}
		if !strings.HasPrefix(rest, "assets/") {
			head.Set("Cache-Control", "no-cache")
		} else {
			head.Set("Cache-Control", "private, max-age=31536000, immutable")
		}
		s.pass(w, r, s.assets, rest)
	}
}

// ownHost reports whether a Host header names us. On every address of the machine any number will do but no name: a hostile
// page reaches us by a name of its own that it points here (DNS rebinding).
func (s *Server) ownHost(host string) bool {
	if s.hosts[host] {
		return true
	}
	name, port, err := net.SplitHostPort(host)
	return s.anyIP != "" && err == nil && port == s.anyIP && net.ParseIP(name) != nil
}

// ownRequest reports whether the request comes from our own page or was typed into the address bar.
func (s *Server) ownRequest(r *http.Request) bool {
	if o := r.Header.Get("Origin"); o != "" {
		return o == "http://"+r.Host
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return true
	}
	return false
}

// pass hands the request on with rest as its whole path.
func (s *Server) pass(w http.ResponseWriter, r *http.Request, h http.Handler, rest string) {
	if h == nil {
		http.NotFound(w, r)
		return
	}
	inner := r.Clone(r.Context())
	inner.URL.Path = path.Clean("/" + rest)
	if strings.HasSuffix(rest, "/") || rest == "" {
		inner.URL.Path = "/"
	}
	inner.URL.RawPath = ""
	h.ServeHTTP(w, inner)
}

func (s *Server) rpc(w http.ResponseWriter, r *http.Request, name string) {
	call, ok := s.calls[name]
	switch {
	case !ok:
		http.Error(w, "no such method", http.StatusNotFound)
		return
	case r.Method != http.MethodPost:
		http.Error(w, "POST only", http.StatusMethodNotAllowed)
		return
	case !strings.HasPrefix(r.Header.Get("Content-Type"), "application/json"):
		http.Error(w, "JSON only", http.StatusUnsupportedMediaType)
		return
	}
	var args []json.RawMessage
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(&args); err != nil {
		http.Error(w, "the body is a JSON array of arguments", http.StatusBadRequest)
		return
	}
	result, err := call(args)
	if errors.Is(err, errArguments) {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if err != nil {
		code, text := domain.Explain(err)
		if code == domain.CodeInternal {
			slog.Error("call failed", "method", name, "err", err)
		}
		w.WriteHeader(http.StatusUnprocessableEntity)
		result = app.Failure{Code: code, Text: text}
	}
	if err := json.NewEncoder(w).Encode(result); err != nil {
		slog.Warn("answer not sent", "method", name, "err", err)
	}
}
