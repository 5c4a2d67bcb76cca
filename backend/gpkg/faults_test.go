package gpkg_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

// Every value below is one that another program may leave; each is reported by table, row and column, in both languages.
func TestBrokenEditsAreReportedByTableRowAndColumn(t *testing.T) {
	for sql, want := range map[string][]string{
		"UPDATE estates SET form = 'both' WHERE id = 'e1'":                                       {"estates", " 2 ", "form", "both"},
		"UPDATE estates SET mode = '成片' WHERE id = 'e1'":                                         {"estates", " 2 ", "mode", "成片"},
		"UPDATE estates SET exited_on = '2026-02-30' WHERE id = 'e1'":                            {"estates", " 2 ", "exited_on", "2026-02-30"},
		"UPDATE estates SET approved_on = 20260101 WHERE id = 'e1'":                              {"estates", " 2 ", "approved_on", "20260101"},
		"UPDATE estates SET enrolled_on = '2026/01/01' WHERE id = 'e1'":                          {"estates", " 2 ", "enrolled_on", "2026/01/01"},
		"UPDATE estates SET district_subsidy = '1,000' WHERE id = 'e1'":                          {"estates", " 2 ", "district_subsidy", "1,000"},
		"UPDATE estates SET district_subsidy = '1.005' WHERE id = 'e1'":                          {"estates", " 2 ", "district_subsidy", "1.005"},
		"UPDATE estates SET city_subsidy = '-1' WHERE id = 'e1'":                                 {"estates", " 2 ", "city_subsidy", "-1"},
		"UPDATE estates SET city_subsidy = '10000000000000' WHERE id = 'e1'":                     {"estates", " 2 ", "city_subsidy"},
		"UPDATE estates SET building_area_m2 = 'large' WHERE id = 'e1'":                          {"estates", " 2 ", "building_area_m2", "large"},
		"UPDATE estates SET households = 1.5 WHERE id = 'e1'":                                    {"estates", " 2 ", "households", "1.5"},
		"UPDATE estates SET households = -3 WHERE id = 'e1'":                                     {"estates", " 2 ", "households", "-3"},
		"UPDATE estates SET enclosable = 7 WHERE id = 'e1'":                                      {"estates", " 2 ", "enclosable", "7"},
		"UPDATE estates SET city_grant = 'yes' WHERE id = 'e1'":                                  {"estates", " 2 ", "city_grant", "yes"},
		"UPDATE estates SET fid = -2 WHERE id = 'e1'":                                            {"estates", "-2", "fid"},
		"UPDATE estates SET id = '' WHERE id = 'e1'":                                             {"estates", " 2 ", "id"},
		"UPDATE estates SET name = x'FF00' WHERE id = 'e1'":                                      {"estates", " 2 ", "name"},
		"UPDATE estates SET id = x'FF00' WHERE id = 'e1'":                                        {"estates", " 2 ", "id"},
		"UPDATE estates SET name = CAST(x'FFFE41' AS TEXT) WHERE id = 'e1'":                      {"estates", " 2 ", "name"},
		"UPDATE estates SET geom = 'POLYGON((0 0, 1 0, 1 1, 0 0))' WHERE id = 'e1'":              {"estates", " 2 ", "geom"},
		"UPDATE estates SET geom = x'00' WHERE id = 'e1'":                                        {"estates", " 2 ", "geom"},
		"UPDATE estates SET geom = (SELECT geom FROM findings) WHERE id = 'e1'":                  {"estates", " 2 ", "geom", "Point"},
		"UPDATE findings SET geom = (SELECT geom FROM estates) WHERE id = 'f2'":                  {"findings", " 2 ", "geom", "MultiPolygon"},
		"UPDATE agreements SET kind = 'lease' WHERE fid = 3":                                     {"agreements", " 3 ", "kind", "lease"},
		"UPDATE agreements SET starts_on = '' WHERE fid = 3":                                     {"agreements", " 3 ", "starts_on"},
		"UPDATE subsidies SET from_month = '2026-13' WHERE fid = 1":                              {"subsidies", " 1 ", "from_month", "2026-13"},
		"UPDATE rounds SET kind = NULL WHERE id = 'r9'":                                          {"rounds", " 2 ", "kind"},
		"UPDATE scores SET score = '九十' WHERE fid = 1":                                           {"scores", " 1 ", "score", "九十"},
		"UPDATE scores SET official_rank = 0 WHERE fid = 1":                                      {"scores", " 1 ", "official_rank", "0"},
		"UPDATE deductions SET points = NULL WHERE fid = 2":                                      {"deductions", " 2 ", "points"},
		"UPDATE fund_uses SET amount = 'all' WHERE id = 'u1'":                                    {"fund_uses", " 1 ", "amount", "all"},
		"UPDATE settings SET value = '0' WHERE name = 'band_size'":                               {"settings", " 1 ", "value", "band_size"},
		"INSERT INTO settings (name, value) VALUES ('colour', '1')":                              {"settings", " 3 ", "value", "colour"},
		"DROP INDEX estates_key; INSERT INTO estates (id, name) VALUES ('e1', 'again')":          {"estates", " 4 ", "id"},
		"DROP INDEX scores_key; INSERT INTO scores (round_id, estate_id) VALUES ('r9', 'e1')":    {"scores", " 4 ", "round_id, estate_id"},
		"UPDATE water SET geom = x'47500001000000000108000000' || x'00000000' WHERE name = '海河'": {"water", " 1 ", "geom"},
	} {
		path := create(t, everything())
		gpkg.Edit(t, path, sql)
		p, err := gpkg.Open(ctx, path, gpkg.Options{})
		if err != nil {
			t.Errorf("%s: the project does not open: %v", sql, err)
			continue
		}
		_, err = p.Load(ctx)
		wantCode(t, err, domain.CodeInvalid, append(want, path)...)
		if err := p.Close(); err != nil {
			t.Errorf("%s: %v", sql, err)
		}
	}
}

func TestAllBrokenCellsAreReportedTogether(t *testing.T) {
	path := create(t, everything())
	gpkg.Edit(t, path, "UPDATE estates SET form = 'x'; UPDATE rounds SET held_on = '?'; UPDATE scores SET score = 101, official_rank = 'first'")
	p := open(t, path)
	_, err := p.Load(ctx)
	wantCode(t, err, domain.CodeInvalid, "estates", "rounds", "scores", "11")
	_, text := domain.Explain(err)
	if n := strings.Count(text.ZH, "\n"); n != 11 {
		t.Errorf("%d lines: %s", n, text.ZH)
	}
}

// What any single byte of a stored geometry or text may become is either read or reported, never more than that.
func TestSpoiltCellsNeverPanic(t *testing.T) {
	path := create(t, everything())
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(whole, []byte("光华里")) - 1
	for step := range 40 {
		i := at - 300 + step*11
		spoilt := bytes.Clone(whole)
		spoilt[i] ^= 0xFF
		if err := os.WriteFile(path, spoilt, 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := gpkg.Open(ctx, path, gpkg.Options{ReadOnly: true})
		if err != nil {
			continue
		}
		if _, err := p.Load(ctx); err != nil {
			if code, _ := domain.Explain(err); code != domain.CodeInvalid && code != domain.CodeCorrupt {
				t.Errorf("byte %d: %v", i, err)
			}
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestFaultsAreCountedBeyondThoseShown(t *testing.T) {
	path := create(t, domain.Tables{Estates: district(300)})
	gpkg.Edit(t, path, "UPDATE estates SET form = 'x'")
	_, err := open(t, path).Load(ctx)
	wantCode(t, err, domain.CodeInvalid, fmt.Sprint(300))
	if _, text := domain.Explain(err); len(text.ZH) > 5000 {
		t.Errorf("a message of %d bytes", len(text.ZH))
	}
}
