package app

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"estateatlas/backend/demo"
	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

// clerkEnv makes the test program play a clerk at the desk in another process: from which decision on, and the project.
const clerkEnv = "ATLAS_TEST_CLERK"

func TestMain(m *testing.M) {
	if first, path, ok := strings.Cut(os.Getenv(clerkEnv), ":"); ok {
		clerk(first, path)
		return
	}
	os.Exit(m.Run())
}

// clerk makes one decision after another until it is killed, and says of each when it is made.
func clerk(first, path string) {
	check := func(err error) {
		if err != nil {
			fmt.Println("error:", err)
			os.Exit(3)
		}
	}
	a := New(gpkg.Projects{}, "test", false)
	_, err := a.Open(path)
	check(err)
	i, err := strconv.Atoi(first)
	check(err)
	for ; ; i++ {
		check(decision(a, i))
		fmt.Println("done", i)
	}
}

// decision makes the i-th decision of the clerk: determinations, re-inspections, companies and settings by turns.
func decision(a *Atlas, i int) error {
	mark := fmt.Sprintf("决定 %d", i)
	l, err := a.Ledger("")
	if err != nil {
		return err
	}
	row := l.Rows[i%len(l.Rows)]
	switch i % 4 {
	case 0:
		cause := Causes[1+i/4%3]
		_, err = a.Determine([]DeterminationAsk{{RoundID: l.RoundID, FID: row.FID, Cause: string(cause), Reason: mark}}, "")
	case 1:
		_, err = a.Reinspect(ReinspectionAsk{RoundID: l.RoundID, FID: row.FID, RequestedOn: l.HeldOn, RequestedBy: mark})
	case 2:
		_, err = a.SetCompany(CompanyRecord{Name: mark, Capacity: -1})
	default:
		_, err = a.SetSettings([]SettingAsk{{Name: "max_distance", Value: strconv.Itoa(500 + i)}}, mark)
	}
	return err
}

// isThere looks for the traces of a decision.
func isThere(t *domain.Tables, log string, i int) bool {
	mark := fmt.Sprintf("决定 %d", i)
	switch i % 4 {
	case 0:
		for _, d := range t.Determinations {
			if d.Reason == mark {
				return true
			}
		}
	case 1: // a later request of the same estate and day replaces it; the log keeps both
		return strings.Contains(log, "复验")
	case 2:
		for _, c := range t.Companies {
			if c.Name == mark {
				return true
			}
		}
	default:
		return strings.Contains(log, mark+"）")
	}
	return false
}

// A program that is killed at any moment of two hundred decisions loses none that it said was made, and the file stays whole.
func TestAKilledProgramLosesNoDecision(t *testing.T) {
	path := t.TempDir() + "/区.gpkg"
	if err := MakeDemo(context.Background(), gpkg.Projects{}, path, demo.Options{Estates: 60}); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(11, 4))
	next, kills := 0, 0
	for ; next < 200; kills++ {
		done := runClerk(t, path, next, time.Duration(20+random.IntN(250))*time.Millisecond)
		next = checkAfterKill(t, path, next, done)
	}
	if kills < 3 {
		t.Errorf("only %d kills", kills)
	}
	t.Logf("%d decisions, %d kills", next, kills)
}

// runClerk lets a clerk decide for a while after its first decision, kills it and returns the last decision that it said was made.
func runClerk(t *testing.T, path string, first int, during time.Duration) int {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d:%s", clerkEnv, first, path))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	done := first - 1
	var stop *time.Timer
	for lines.Scan() {
		if n, err := fmt.Sscanf(lines.Text(), "done %d", &done); n != 1 || err != nil {
			t.Errorf("the clerk said %q", lines.Text())
			break
		}
		if stop == nil {
			stop = time.AfterFunc(during, func() { _ = cmd.Process.Kill() })
		}
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	return done
}

// checkAfterKill looks for every decision up to done and returns the number of the next one.
func checkAfterKill(t *testing.T, path string, first, done int) int {
	t.Helper()
	if done < first {
		t.Fatal("the clerk made no decision")
	}
	p, err := gpkg.Open(context.Background(), path, gpkg.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if p.ReadOnly() {
		t.Fatal("the lock outlived the process")
	}
	tables := must[*domain.Tables](t)(p.Load(context.Background()))
	entries := must[[]domain.AuditEntry](t)(p.Audit(context.Background()))
	var log strings.Builder
	for _, e := range entries {
		log.WriteString(e.What + "\n")
	}
	for i := range done + 1 {
		if !isThere(tables, log.String(), i) {
			t.Fatalf("decision %d was said to be made and is not there", i)
		}
	}
	// One entry of the log is the making of the demo; one decision more may be there whole before the clerk could say so.
	made := len(entries) - 1
	if made != done+1 && made != done+2 {
		t.Fatalf("the log has %d decisions, %d were said to be made", made, done+1)
	}
	if info := must[domain.ProjectInfo](t)(p.Info(context.Background())); len(info.Problems) > 0 {
		t.Fatalf("%q", info.Problems)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return made
}
