package gpkg_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

// childEnv makes the test program play another process: what it does, and the project it does it to.
const childEnv = "GPKG_TEST_CHILD"

func TestMain(m *testing.M) {
	if job, path, ok := strings.Cut(os.Getenv(childEnv), ":"); ok {
		child(job, path)
		return
	}
	os.Exit(m.Run())
}

func fail(err error) {
	if err != nil {
		fmt.Println("error:", err)
		os.Exit(3)
	}
}

// child plays another process. It reports on standard output and waits for standard input to end.
func child(job, path string) {
	switch job {
	case "hold": // opens, says whether it may write, waits, closes
		p, err := gpkg.Open(ctx, path, gpkg.Options{})
		fail(err)
		fmt.Println("read-only:", p.ReadOnly())
		_, _ = io.Copy(io.Discard, os.Stdin)
		fail(p.Close())
	case "apply": // makes one change after another until it is killed
		p, err := gpkg.Open(ctx, path, gpkg.Options{})
		fail(err)
		for i := 0; ; i++ {
			fail(p.Apply(ctx, chapter(i)))
			fmt.Println("done", i)
		}
	case "create": // makes a large project
		fmt.Println("begins")
		fail(gpkg.CreateWith(ctx, path, domain.Change{Put: inspections(district(2000), 60)}))
		fmt.Println("made")
	case "read": // reads what it can
		p, err := gpkg.Open(ctx, path, gpkg.Options{})
		fail(err)
		t, err := p.Load(ctx)
		fail(err)
		fmt.Println("read-only:", p.ReadOnly(), "estates:", len(t.Estates))
		fail(p.Close())
	}
}

// chapter is the i-th change of the child that applies changes: several tables, so that half of it would show.
func chapter(i int) domain.Change {
	id := fmt.Sprintf("r%06d", i)
	put := domain.Tables{Rounds: []domain.Round{{ID: id, Kind: domain.RoundRoutine, HeldOn: day("2026-01-01")}}}
	for k := range 20 {
		estate := fmt.Sprintf("E%07d", k)
		put.Scores = append(put.Scores, domain.Score{RoundID: id, EstateID: estate, Score: domain.Some(domain.WholeDecimal(int64(i % 100)))})
		put.Deductions = append(put.Deductions, domain.Deduction{RoundID: id, EstateID: estate, Item: "C1", Points: domain.WholeDecimal(1)})
	}
	put.Estates = []domain.Estate{{ID: fmt.Sprintf("n%06d", i), Boundary: square(117+float64(i%1000)/1e4, 39, 0.001)}}
	return domain.Change{Put: put, What: id}
}

// process is a running child.
type process struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Scanner
}

func start(t *testing.T, job, path string, change ...func(*exec.Cmd)) *process {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+job+":"+path)
	for _, f := range change {
		f(cmd)
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p := &process{cmd, in, bufio.NewScanner(out)}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	return p
}

// line is the next line that the child reports; "" when it has ended.
func (p *process) line() string {
	if !p.out.Scan() {
		return ""
	}
	return p.out.Text()
}

// finish lets the child go on to its end.
func (p *process) finish(t *testing.T) {
	t.Helper()
	_ = p.in.Close()
	if err := p.cmd.Wait(); err != nil {
		t.Errorf("child: %v", err)
	}
}

// kill ends the child without warning.
func (p *process) kill() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}
