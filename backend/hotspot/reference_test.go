package hotspot_test

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"estateatlas/backend/hotspot"
	"estateatlas/backend/internal/corpus"
)

// table reads a CSV by column.
func table(t *testing.T, path string) map[string][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns := make(map[string][]string)
	for _, row := range rows[1:] {
		for i, name := range rows[0] {
			columns[name] = append(columns[name], row[i])
		}
	}
	return columns
}

func numbers(t *testing.T, texts []string) []float64 {
	t.Helper()
	out := make([]float64, len(texts))
	for i, s := range texts {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			v = math.NaN()
		}
		out[i] = v
	}
	return out
}

// listed reads who is whose neighbour; ids count from 1.
func listed(t *testing.T, path string, n int) hotspot.Neighbours {
	t.Helper()
	lists := make([][]int32, n)
	columns := table(t, path)
	for i, id := range columns["id"] {
		from, err1 := strconv.Atoi(id)
		to, err2 := strconv.Atoi(columns["neighbour_id"][i])
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		lists[from-1] = append(lists[from-1], int32(to-1))
	}
	return hotspot.Listed(lists)
}

const tolerance = 1e-6

// Values of R spdep.
func TestStatisticsEqualTheReference(t *testing.T) {
	dir := corpus.Dir(t, "hotspot")
	for _, name := range []string{"six_points_band15", "columbus_crime_band", "columbus_crime_gal", "desmith"} {
		t.Run(name, func(t *testing.T) {
			c := table(t, filepath.Join(dir, name+".csv"))
			values := numbers(t, c["value"])
			neighbours := listed(t, filepath.Join(dir, name+"_neighbours.csv"), len(values))
			same := func(column string, at int, got float64) {
				t.Helper()
				if want := numbers(t, c[column])[at]; !(math.Abs(got-want) <= tolerance) {
					t.Errorf("%s of %s: %v, want %v", column, c["id"][at], got, want)
				}
			}
			for i, v := range hotspot.GiStar(values, neighbours) {
				if !v.Known {
					if numbers(t, c["gi_star_z"])[i] == numbers(t, c["gi_star_z"])[i] && c["neighbours"][i] != "0" {
						t.Errorf("%s has no verdict", c["id"][i])
					}
					continue
				}
				same("gi_star_z", i, v.Z)
				same("gi_star_p", i, v.P)
				same("gi_star_q_bh", i, v.Q)
				if want := c["class_fdr"][i]; strings.ReplaceAll(string(v.Class), "_", "") != want {
					t.Errorf("class of %s: %s, want %s", c["id"][i], v.Class, want)
				}
			}
			for i, l := range hotspot.LocalMoran(values, neighbours, 1, 9) {
				if !l.Known {
					continue
				}
				same("I_local", i, l.I)
				same("I_E_cond", i, l.Expected)
				same("I_Var_cond", i, l.Variance)
				if want := strings.ReplaceAll(strings.ToLower(c["quadrant"][i]), "-", "_"); string(l.Quadrant) != want {
					t.Errorf("quadrant of %s: %s, want %s", c["id"][i], l.Quadrant, want)
				}
			}
		})
	}
}

// Moran's I of all places, by R spdep.
func TestMoransIOfAllPlacesEqualsTheReference(t *testing.T) {
	dir := corpus.Dir(t, "hotspot")
	all := table(t, filepath.Join(dir, "global.csv"))
	for at, name := range all["dataset"] {
		t.Run(name, func(t *testing.T) {
			values := numbers(t, table(t, filepath.Join(dir, name+".csv"))["value"])
			got := hotspot.GlobalMoran(values, listed(t, filepath.Join(dir, name+"_neighbours.csv"), len(values)))
			for column, value := range map[string]float64{
				"moran_I": got.I, "moran_E": got.Expected, "moran_Var_rand": got.Variance, "moran_Z_rand": got.Z, "moran_p_two": got.P,
			} {
				if want := numbers(t, all[column][at:at+1])[0]; !got.Known || !(math.Abs(value-want) <= tolerance) {
					t.Errorf("%s: %v, want %v", column, value, want)
				}
			}
		})
	}
}

// Values printed by pysal/esda of local Moran, to the decimals printed.
func TestPublishedMomentsOfLocalMoran(t *testing.T) {
	dir := corpus.Dir(t, "hotspot")
	text, err := os.ReadFile(filepath.Join(dir, "desmith_published.json"))
	if err != nil {
		t.Fatal(err)
	}
	var p struct {
		Quadrant []int     `json:"quadrant_pysal_1HH_2LH_3LL_4HL"`
		Expected []float64 `json:"EI_conditional"`
		Variance []float64 `json:"VI_conditional"`
	}
	if err := json.Unmarshal(text, &p); err != nil {
		t.Fatal(err)
	}
	values := numbers(t, table(t, filepath.Join(dir, "desmith.csv"))["value"])
	quadrants := []hotspot.Quadrant{"", hotspot.HighHigh, hotspot.LowHigh, hotspot.LowLow, hotspot.HighLow}
	for i, l := range hotspot.LocalMoran(values, listed(t, filepath.Join(dir, "desmith_neighbours.csv"), len(values)), 1, 9) {
		if !l.Known || l.Quadrant != quadrants[p.Quadrant[i]] || math.Abs(l.Expected-p.Expected[i]) > 5.1e-9 || math.Abs(l.Variance-p.Variance[i]) > 5.1e-9 {
			t.Errorf("place %d: %s %.8f %.8f, want %s %.8f %.8f", i, l.Quadrant, l.Expected, l.Variance, quadrants[p.Quadrant[i]], p.Expected[i], p.Variance[i])
		}
	}
}

// Values printed by pysal/esda, to the decimals printed.
func TestPublishedValues(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(corpus.Dir(t, "hotspot"), "six_points_published.json"))
	if err != nil {
		t.Fatal(err)
	}
	var p struct {
		Points []hotspot.Point `json:"points"`
		Y      []float64       `json:"y"`
		Z      []float64       `json:"G_local_star_binary_z"`
	}
	if err := json.Unmarshal(text, &p); err != nil {
		t.Fatal(err)
	}
	for i, v := range hotspot.GiStar(p.Y, hotspot.WithinBand(p.Points, 15)) {
		if math.Abs(v.Z-p.Z[i]) > 5.1e-9 {
			t.Errorf("place %d: %.8f, want %.8f", i, v.Z, p.Z[i])
		}
	}
}
