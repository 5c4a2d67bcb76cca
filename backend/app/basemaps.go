package app

import "estateatlas/backend/domain"

var errNotYet = domain.Fail(domain.CodeInvalid, domain.Say("尚未完成", "Not there yet"), nil)

// BaseMaps lists the base maps of this machine.
func (a *Atlas) BaseMaps() ([]BaseMap, error) { return []BaseMap{}, nil }

// AddBaseMap adds a PMTiles or MBTiles file.
func (a *Atlas) AddBaseMap(path string) (BaseMap, error) { return BaseMap{}, errNotYet }

// AddBaseAddress adds a server of tiles in the intranet: an address with {z}, {x}, {y} and, where it asks for one, {key}.
func (a *Atlas) AddBaseAddress(name, address, key string) (BaseMap, error) {
	return BaseMap{}, errNotYet
}

// RemoveBaseMap forgets a base map; its file stays.
func (a *Atlas) RemoveBaseMap(id string) error { return errNotYet }
