//go:build unix

package gpkg_test

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"estateatlas/backend/gpkg"
)

// runAsNobody returns how to run a child that file permissions hold for: root may write everywhere. The folder must be one that the
// child can reach.
func runAsNobody(t *testing.T, folder string) func(*exec.Cmd) {
	t.Helper()
	if os.Geteuid() != 0 {
		return func(*exec.Cmd) {}
	}
	for dir := folder; ; dir = filepath.Dir(dir) {
		info, err := os.Stat(dir)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm()&0o005 != 0o005 {
			if err := os.Chmod(dir, info.Mode().Perm()|0o055); err != nil {
				t.Skipf("another user cannot reach %s: %v", dir, err)
			}
		}
		if dir == filepath.Dir(dir) {
			break
		}
	}
	// The test program lies in a folder that is closed to others.
	binary := filepath.Join(t.TempDir(), "child")
	from, err := os.Open(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	to, err := os.OpenFile(binary, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(to, from); err != nil {
		t.Fatal(err)
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return func(cmd *exec.Cmd) {
		const nobody = 65534
		cmd.Path = binary
		cmd.Dir = folder
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
}

func TestProjectsOnWriteProtectedPlacesCanBeRead(t *testing.T) {
	path := create(t, everything())
	self := runAsNobody(t, filepath.Dir(path))
	for name, modes := range map[string][2]os.FileMode{"file": {0o444, 0o777}, "folder": {0o644, 0o555}, "both": {0o444, 0o555}} {
		if err := os.Chmod(path, modes[0]); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(filepath.Dir(path), modes[1]); err != nil {
			t.Fatal(err)
		}
		p := start(t, "read", path, self)
		if line := p.line(); line != "read-only: true estates: 3" {
			t.Errorf("%s write-protected: %q", name, line)
		}
		p.finish(t)
		if err := os.Chmod(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		wantOneFile(t, path)
	}
	// The same for a file whose header asks for a WAL, as one copied while it was open.
	gpkg.LeaveInWAL(t, path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Dir(path), 0o555); err != nil {
		t.Fatal(err)
	}
	p := start(t, "read", path, self)
	if line := p.line(); line != "read-only: true estates: 3" {
		t.Errorf("with a WAL header: %q", line)
	}
	p.finish(t)
	_ = os.Chmod(filepath.Dir(path), 0o777)
}
