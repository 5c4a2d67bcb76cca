package app

import "net/http"

// Handler serves what is fetched rather than called: /tiles/, /basemap/ and /exports/.
func Handler(a *Atlas) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/tiles/", Tiles(a))
	mux.Handle("/basemap/", &a.baseMaps)
	mux.Handle("/exports/", Exports(a))
	return mux
}
