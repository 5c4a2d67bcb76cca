//go:build e2e

package desktop_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// window is the real program in a real window, on a screen that nobody sees, spoken to over W3C WebDriver.
type window struct {
	t       *testing.T
	base    string
	session string
	display string
}

const elementKey = "element-6066-11e4-a52e-4f735466cecf" // W3C WebDriver, section 12.1

// openWindow starts Xvfb, WebKitWebDriver and the program with args, and ends them with the test.
func openWindow(t *testing.T, width, height int, args ...string) *window {
	t.Helper()
	program := os.Getenv("ESTATE_ATLAS_WINDOW")
	if program == "" {
		t.Fatal("ESTATE_ATLAS_WINDOW names no program: build with the tags desktop,production,webkit2_41,e2e (make test does)")
	}
	home := folder(t)
	display := startDisplay(t, width, height)
	port := freePort(t)
	driver := exec.Command("WebKitWebDriver", fmt.Sprintf("--port=%d", port))
	driver.Env = append(os.Environ(), "DISPLAY="+display, "HOME="+home, "XDG_CONFIG_HOME="+home+"/config", "XDG_DATA_HOME="+home+"/data", "XDG_CACHE_HOME="+home+"/cache")
	driver.Stderr = os.Stderr
	start(t, driver)

	w := &window{t: t, base: fmt.Sprintf("http://127.0.0.1:%d", port), display: display}
	w.wait("the driver answers", 10*time.Second, func() bool {
		_, err := w.try(http.MethodGet, "/status", nil)
		return err == nil
	})
	answer := w.call(http.MethodPost, "/session", map[string]any{"capabilities": map[string]any{
		"alwaysMatch": map[string]any{"webkitgtk:browserOptions": map[string]any{"binary": program, "args": append([]string{}, args...)}},
	}})
	var session struct{ SessionID string }
	w.decode(answer, &session)
	w.session = "/session/" + session.SessionID
	// Ending the session kills the program; the driver then complains that the window is gone.
	t.Cleanup(func() { _, _ = w.try(http.MethodDelete, w.session, nil) })
	return w
}

// folder is a temporary folder. t.TempDir would not do: a window that was closed goes on writing for a moment.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "estate-atlas-window-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for range 50 {
			if os.RemoveAll(dir) == nil {
				return
			}
			time.Sleep(100 * time.Millisecond)
		}
		t.Logf("%s is left behind", dir)
	})
	return dir
}

func startDisplay(t *testing.T, width, height int) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-noreset", "+extension", "GLX", "+render")
	x.ExtraFiles = []*os.File{write}
	start(t, x)
	write.Close()
	number := make([]byte, 16)
	n, err := read.Read(number)
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	return ":" + strings.TrimSpace(string(number[:n]))
}

func start(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if err := c.Start(); err != nil {
		t.Fatalf("%v (make test installs what is missing)", err)
	}
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func (w *window) try(method, path string, body any) (json.RawMessage, error) {
	var payload io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return nil, err
		}
		payload = bytes.NewReader(text)
	}
	request, err := http.NewRequest(method, w.base+path, payload)
	if err != nil {
		return nil, err
	}
	response, err := (&http.Client{Timeout: 30 * time.Second}).Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s %s: %s", method, path, answer.Value)
	}
	return answer.Value, nil
}

func (w *window) call(method, path string, body any) json.RawMessage {
	w.t.Helper()
	value, err := w.try(method, path, body)
	if err != nil {
		w.t.Fatal(err)
	}
	return value
}

func (w *window) decode(value json.RawMessage, to any) {
	w.t.Helper()
	if err := json.Unmarshal(value, to); err != nil {
		w.t.Fatalf("%v in %s", err, value)
	}
}

func (w *window) wait(what string, limit time.Duration, until func() bool) {
	w.t.Helper()
	for end := time.Now().Add(limit); ; time.Sleep(100 * time.Millisecond) {
		if until() {
			return
		}
		if time.Now().After(end) {
			w.t.Fatalf("waited %v in vain until %s", limit, what)
		}
	}
}

// script runs JavaScript in the window and returns its value.
func (w *window) script(js string, args ...any) json.RawMessage {
	w.t.Helper()
	if args == nil {
		args = []any{}
	}
	return w.call(http.MethodPost, w.session+"/execute/sync", map[string]any{"script": js, "args": args})
}

func (w *window) text(css string) string {
	var s string
	if v, err := w.try(http.MethodPost, w.session+"/execute/sync", map[string]any{
		"script": "const e = document.querySelector(arguments[0]); return e ? e.innerText : ''", "args": []any{css},
	}); err == nil {
		_ = json.Unmarshal(v, &s)
	}
	return s
}

func (w *window) find(css string) string {
	w.t.Helper()
	var element map[string]string
	w.wait(css+" is there", 15*time.Second, func() bool {
		v, err := w.try(http.MethodPost, w.session+"/element", map[string]any{"using": "css selector", "value": css})
		return err == nil && json.Unmarshal(v, &element) == nil
	})
	return element[elementKey]
}

func (w *window) click(css string) {
	w.t.Helper()
	w.call(http.MethodPost, w.session+"/element/"+w.find(css)+"/click", map[string]any{})
}

func (w *window) typeInto(css, text string) {
	w.t.Helper()
	w.call(http.MethodPost, w.session+"/element/"+w.find(css)+"/value", map[string]any{"text": text})
}

func (w *window) screenshot() image.Image {
	w.t.Helper()
	var encoded string
	w.decode(w.call(http.MethodGet, w.session+"/screenshot", nil), &encoded)
	data, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		w.t.Fatal(err)
	}
	if dir := os.Getenv("ESTATE_ATLAS_SHOTS"); dir != "" {
		if err := os.WriteFile(fmt.Sprintf("%s/%s.png", dir, strings.ReplaceAll(w.t.Name(), "/", "_")), data, 0o644); err != nil {
			w.t.Error(err)
		}
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		w.t.Fatal(err)
	}
	return picture
}
