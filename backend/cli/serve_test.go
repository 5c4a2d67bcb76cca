//go:build unix

package cli_test

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"estateatlas/backend/cli"
	"estateatlas/backend/gpkg"
)

// TestServeShowsTheBaseMapsOfItsFlags: an address may be given; a file that cannot be read stops the command.
func TestServeShowsTheBaseMapsOfItsFlags(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", folder)
	project := filepath.Join(folder, "p.gpkg")
	expect(t, 0, "demo", project, "--estates", "50")
	if _, stderr := expect(t, 1, "serve", project, "--basemap", filepath.Join(folder, "gone.pmtiles")); !strings.Contains(stderr, "gone.pmtiles") {
		t.Error(stderr)
	}
	if _, stderr := expect(t, 1, "serve", project, "--basemap-address", "ftp://h/{z}/{x}/{y}"); !strings.Contains(stderr, "http://") {
		t.Error(stderr)
	}

	reader, writer := io.Pipe()
	var errs bytes.Buffer
	p := cli.Program{Projects: gpkg.Projects{}, Assets: fstest.MapFS{}, Stdout: writer, Stderr: &errs}
	done := make(chan int)
	go func() {
		done <- p.Run([]string{"serve", project, "--basemap-address", "http://mirror.invalid/{z}/{x}/{y}.png?tk=geheim"})
	}()
	address, err := bufio.NewReader(reader).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.Post(strings.TrimSpace(address)+"rpc/BaseMaps", "application/json", strings.NewReader("[]"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r.Body)
	_ = r.Body.Close()
	if err != nil || !strings.Contains(string(text), `"name":"mirror.invalid"`) || strings.Contains(string(text), "geheim") {
		t.Errorf("%v %s", err, text)
	}
	if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if status := <-done; status != 0 {
		t.Errorf("exit status %d: %s", status, errs.String())
	}
	if _, err := os.Stat(filepath.Join(folder, "estate-atlas", "basemaps.json")); err == nil {
		t.Error("serve changed the list of the window")
	}
}
