package cli

import (
	"errors"
	"fmt"

	"estateatlas/backend/app"
	"estateatlas/backend/server"
)

type serveCmd struct {
	Project string `arg:"" name:"project.gpkg"`
	Addr    string `default:"127.0.0.1:0" help:"Address and port; loopback unless told otherwise."`

	BaseMap        []string `name:"basemap" sep:"none" placeholder:"FILE" help:"A PMTiles or MBTiles file behind the estates; may be repeated."`
	BaseMapAddress []string `name:"basemap-address" sep:"none" placeholder:"TEMPLATE" help:"A server of tiles, http://…/{z}/{x}/{y}; may be repeated. Nothing is fetched before the map shows it."`
}

func (c *serveCmd) Run(s *session) error {
	atlas := app.New(s.Projects, Version, false)
	if _, err := atlas.Open(c.Project); err != nil {
		return err
	}
	if err := c.addBaseMaps(atlas); err != nil {
		return errors.Join(err, app.Close(atlas))
	}
	srv, listener, address, err := server.Listen(s.ctx, c.Addr, atlas, s.Assets)
	if err != nil {
		return errors.Join(err, app.Close(atlas))
	}
	fmt.Fprintln(s.Stdout, address)
	return errors.Join(srv.Serve(s.ctx, listener), app.Close(atlas))
}

// addBaseMaps lists what the flags name for this run; the list of the window is another.
func (c *serveCmd) addBaseMaps(atlas *app.Atlas) error {
	for _, path := range c.BaseMap {
		if _, err := atlas.AddBaseMap(path); err != nil {
			return err
		}
	}
	for _, template := range c.BaseMapAddress {
		if _, err := atlas.AddBaseAddress("", template, ""); err != nil {
			return err
		}
	}
	return nil
}
