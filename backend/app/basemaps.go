package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"estateatlas/backend/basemap"
	"estateatlas/backend/domain"
	"estateatlas/backend/export"
)

// BaseMaps lists the base maps of this machine.
func (a *Atlas) BaseMaps() ([]BaseMap, error) {
	entries, err := a.baseMaps.List()
	if err != nil {
		return nil, err
	}
	list := make([]BaseMap, len(entries))
	for i := range entries {
		list[i] = baseMapOf(&entries[i])
	}
	return list, nil
}

// AddBaseMap adds a PMTiles or MBTiles file.
func (a *Atlas) AddBaseMap(path string) (BaseMap, error) {
	entry, err := a.baseMaps.AddFile(path)
	if err != nil {
		return BaseMap{}, err
	}
	return baseMapOf(&entry), nil
}

// AddBaseAddress adds a server of tiles in the intranet: an address with {z}, {x}, {y} and, where it asks for one, {key}. Nothing is
// fetched before the map shows it.
func (a *Atlas) AddBaseAddress(name, address, key string) (BaseMap, error) {
	entry, err := a.baseMaps.AddAddress(name, basemap.Address{Template: address, Key: key})
	if err != nil {
		return BaseMap{}, err
	}
	return baseMapOf(&entry), nil
}

// RemoveBaseMap forgets a base map; its file stays.
func (a *Atlas) RemoveBaseMap(id string) error { return a.baseMaps.Remove(id) }

func baseMapOf(e *basemap.Entry) BaseMap {
	i := &e.Info
	return BaseMap{
		ID: e.ID, Name: i.Name, Kind: i.Kind, Source: i.Source, MinZoom: i.MinZoom, MaxZoom: i.MaxZoom, TileSize: i.TileSize,
		Bounds: append([]float64{}, i.Bounds...), Attribution: i.Attribution, Layers: append([]string{}, i.Layers...), Problem: e.Problem,
	}
}

// baseMapList keeps the list of base maps in the user's configuration folder.
type baseMapList struct{}

const (
	baseMapFile = "basemaps.json"
	// baseMapMost is how large the list may be.
	baseMapMost = 1 << 20
)

func (baseMapList) path() (string, error) {
	folder, err := configFolder()
	return filepath.Join(folder, baseMapFile), err
}

func (l baseMapList) Load() ([]byte, error) {
	path, err := l.path()
	if err != nil {
		return nil, err
	}
	file, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	var text []byte
	if err == nil {
		text, err = io.ReadAll(io.LimitReader(file, baseMapMost)) // what is cut off cannot be parsed and is reported
		err = errors.Join(err, file.Close())
	}
	if err != nil {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("无法读取底图清单 %s；检查权限", "The list of base maps %s cannot be read; check its permissions", path), err)
	}
	return text, nil
}

func (l baseMapList) Save(text []byte) error {
	path, err := l.path()
	if err != nil {
		return err
	}
	if err := export.WriteFile(path, func(w io.Writer) error { _, err := w.Write(text); return err }); err != nil {
		return err
	}
	return os.Chmod(path, 0o600) // keys are nobody else's business
}

// SetAside renames the list to one that cannot be in the way of anything.
func (l baseMapList) SetAside() error {
	path, err := l.path()
	if err != nil {
		return err
	}
	for n := 1; n < 1000; n++ {
		aside := filepath.Join(filepath.Dir(path), fmt.Sprintf("basemaps-damaged-%d.json", n))
		if _, err := os.Lstat(aside); errors.Is(err, os.ErrNotExist) {
			return os.Rename(path, aside)
		}
	}
	return domain.Fail(domain.CodeInvalid, domain.Say("配置文件夹中损坏的底图清单太多；请清理 %s", "There are too many damaged lists of base maps; tidy up %s", filepath.Dir(path)), nil)
}
