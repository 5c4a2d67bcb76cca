//go:build e2e

package desktop_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"estateatlas/backend/app"
	"estateatlas/backend/demo"
	"estateatlas/backend/gpkg"
)

const onePlot = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"编号":"new-1","小区名称":"新建南里"},
	"geometry":{"type":"Polygon","coordinates":[[[117.2,39.15],[117.201,39.15],[117.201,39.151],[117.2,39.151],[117.2,39.15]]]}}]}`

// TestFilesDraggedOntoTheWindowAreLookedAt: a table, and a Shapefile with all that lies beside it, which is one file for the user.
func TestFilesDraggedOntoTheWindowAreLookedAt(t *testing.T) {
	dir := folder(t)
	project := smallDistrict(t, dir)
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	files := []string{write("12月考核成绩.csv", "小区名称,检查日期,得分\n不知哪里,2026-12-18,88\n")}
	made := exec.Command("ogr2ogr", "-f", "ESRI Shapefile", "-t_srs", "EPSG:4548", "-lco", "ENCODING=GBK", filepath.Join(dir, "小区.shp"), write("plots.geojson", onePlot))
	if said, err := made.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	parts, err := filepath.Glob(filepath.Join(dir, "小区.*"))
	if err != nil || len(parts) < 4 {
		t.Fatalf("%v %v", parts, err)
	}
	files = append(files, parts...)

	w := openWindow(t, 1440, 900, "open", project)
	w.wait("the list has rows", 60*time.Second, func() bool { return w.text("[role=row][data-fid]") != "" })
	w.dragIn(700, 330, files, func() bool {
		page := w.text("[role=tabpanel]")
		return strings.Contains(page, "12月考核成绩.csv") && strings.Contains(page, "小区.shp") && strings.Contains(page, "新建南里")
	})
	page := w.text("[role=tabpanel]")
	if strings.Contains(page, "小区.dbf") || strings.Contains(page, "不能导入") {
		t.Errorf("a part stands alone:\n%s", page)
	}
	w.screenshot()
}

func TestAProjectDraggedOntoTheStartScreenOpens(t *testing.T) {
	project := smallDistrict(t, folder(t))
	w := openWindow(t, 1440, 900)
	w.wait("the welcome screen is there", 20*time.Second, func() bool { return strings.Contains(w.text("main"), "还没有项目") })
	w.dragIn(600, 330, []string{project}, func() bool { return w.text("[role=row][data-fid]") != "" })
}

func smallDistrict(t *testing.T, dir string) string {
	t.Helper()
	path := filepath.Join(dir, "demo.gpkg")
	if err := app.MakeDemo(context.Background(), gpkg.Projects{}, path, demo.Options{Estates: 60}); err != nil {
		t.Fatal(err)
	}
	return path
}

// dragIn drags files from another program to a point of the window and waits until they have arrived. A window that was busy may not
// have seen the drag: it is made again.
func (w *window) dragIn(x, y int, files []string, arrived func() bool) {
	w.t.Helper()
	source := filepath.Join(folder(w.t), "dragsource")
	build := exec.Command("sh", "-c", `cc testdata/dragsource.c -o "$1" $(pkg-config --cflags --libs gtk+-3.0)`, "sh", source)
	if said, err := build.CombinedOutput(); err != nil {
		w.t.Fatalf("%v: %s", err, said)
	}
	drag := exec.Command(source, files...)
	drag.Env = append(os.Environ(), "DISPLAY="+w.display)
	start(w.t, drag)
	for range 5 {
		time.Sleep(500 * time.Millisecond)
		moves := []string{"mousemove", "60", "460", "sleep", "0.2", "mousedown", "1", "sleep", "0.2"}
		for _, at := range [][2]int{{75, 470}, {110, 490}, {300, 420}, {x - 40, y - 20}, {x, y}, {x + 3, y + 3}} {
			moves = append(moves, "mousemove", strconv.Itoa(at[0]), strconv.Itoa(at[1]), "sleep", "0.15")
		}
		mouse := exec.Command("xdotool", append(moves, "sleep", "0.3", "mouseup", "1")...)
		mouse.Env = append(os.Environ(), "DISPLAY="+w.display)
		if said, err := mouse.CombinedOutput(); err != nil {
			w.t.Fatalf("%v: %s", err, said)
		}
		for range 50 {
			if arrived() {
				return
			}
			time.Sleep(100 * time.Millisecond)
		}
	}
	w.t.Fatalf("the files did not arrive; the window shows:\n%s", w.text("body"))
}
