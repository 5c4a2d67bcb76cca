package gpkg

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"

	"estateatlas/backend/domain"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// fault is a cell that cannot be used, most likely edited by another program.
type fault struct {
	table  string
	fid    int64
	column string
	value  driver.Value
	why    domain.Text
}

var (
	emptyCell = domain.Say("不能为空", "it must not be empty")
	twiceKey  = domain.Say("与另一行重复", "another row has the same")
)

// whatSuits explains a value that a column does not take; why is what a geometry suffered from.
func whatSuits(takes domain.Text, why error) domain.Text {
	var g *geometryError
	if errors.As(why, &g) {
		return g.text
	}
	return domain.Text{ZH: "应为" + takes.ZH, EN: "it should be " + takes.EN}
}

func (f fault) text() domain.Text {
	shown := ""
	switch v := f.value.(type) {
	case nil, []byte:
	default:
		shown = clip(fmt.Sprint(v))
	}
	if shown == "" {
		return domain.Say("表 %[1]s 第 %[2]d 行（fid）%[3]s 列：%[4]s", "table %[1]s, row %[2]d (fid), column %[3]s: %[5]s", f.table, f.fid, f.column, f.why.ZH, f.why.EN)
	}
	return domain.Say("表 %[1]s 第 %[2]d 行（fid）%[3]s 列“%[4]s”：%[5]s", "table %[1]s, row %[2]d (fid), column %[3]s, %[4]q: %[6]s", f.table, f.fid, f.column, shown, f.why.ZH, f.why.EN)
}

// faultsShown is how many faults an error spells out.
const faultsShown = 20

// brokenCells is the error of a project that opens but holds cells that cannot be used; nil if there are none.
func brokenCells(path string, faults []fault) error {
	if len(faults) == 0 {
		return nil
	}
	zh, en := make([]string, 0, faultsShown), make([]string, 0, faultsShown)
	for _, f := range faults[:min(len(faults), faultsShown)] {
		t := f.text()
		zh, en = append(zh, t.ZH), append(en, t.EN)
	}
	return domain.Fail(domain.CodeInvalid, domain.Say(
		"项目文件 %[1]s 中有 %[2]d 处数据不可用，用 QGIS 等软件改正后重新打开：\n%[3]s",
		"The project file %[1]s holds %[2]d values that cannot be used; correct them (in QGIS, say) and open it again:\n%[4]s",
		path, len(faults), strings.Join(zh, "\n"), strings.Join(en, "\n")), nil)
}

// clip shortens a value for a message.
func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// explain makes an error of SQLite, the disk or a context one that a user can read. An error that is one already stays.
func explain(path string, err error) error {
	if err == nil {
		return nil
	}
	var ours *domain.Error
	if errors.As(err, &ours) {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return domain.Fail(domain.CodeCancelled, domain.Say("操作已取消，项目没有改变", "Cancelled; the project is unchanged"), err)
	}
	var e sqlite3.Error
	if errors.As(err, &e) {
		switch e.Code {
		case sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrFormat, sqlite3.ErrTooBig:
			return damaged(path, err)
		case sqlite3.ErrBusy, sqlite3.ErrLocked:
			return domain.Fail(domain.CodeReadOnly, domain.Say("另一个程序正在写入 %s；稍后再试，或先关闭那个程序", "Another program is writing to %s; try again in a moment, or close that program", path), err)
		case sqlite3.ErrReadonly, sqlite3.ErrPerm:
			return readOnlyError(path, err)
		case sqlite3.ErrFull:
			return domain.Fail(domain.CodeInternal, domain.Say("磁盘空间不足，%s 没有改变；腾出空间后再试", "The disk is full; %s is unchanged. Free some space and try again", path), err)
		case sqlite3.ErrCantOpen:
			return domain.Fail(domain.CodeNotFound, domain.Say("打不开项目文件 %s；检查文件和文件夹的权限", "The project file %s cannot be opened; check the permissions of the file and its folder", path), err)
		}
	}
	return domain.Fail(domain.CodeInternal, domain.Say("读写项目文件 %[1]s 时出错：%[2]v", "The project file %[1]s could not be read or written: %[2]v", path, err), err)
}

func damaged(path string, cause error) error {
	return domain.Fail(domain.CodeCorrupt, domain.Say(
		"%s 已损坏或不是项目文件；改用备份，或用原始数据重新导入",
		"%s is damaged or not a project file; use a backup, or import the source data again", path), cause)
}

func notProject(path string, cause error) error {
	return domain.Fail(domain.CodeCorrupt, domain.Say(
		"%s 不是本程序的项目文件；如其中有小区边界，另取一个项目文件名，把它作为数据文件导入",
		"%s is not a project file of this program; if it holds estates, give the project another name and import this file into it", path), cause)
}

func readOnlyError(path string, cause error) error {
	return domain.Fail(domain.CodeReadOnly, domain.Say(
		"%s 现在只能查看，没有作任何更改：它已在另一个窗口中打开，或文件只读；关闭那个窗口，或把文件复制到可写的文件夹",
		"%s can only be read now and nothing was changed: another window has it open, or the file is write-protected; close that window, or copy the file to a folder where you can write", path), cause)
}

// isDuplicate reports whether an insert failed because the key is taken.
func isDuplicate(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && e.ExtendedCode == sqlite3.ErrConstraintUnique
}
