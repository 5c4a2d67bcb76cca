package app

import (
	"encoding/json"
	"hash/fnv"
	"strconv"
)

// mappingsFile remembers how the columns of earlier files were read.
const mappingsFile = "import-columns.json"

// mostMappings is how many sources are remembered.
const mostMappings = 30

// mapping is how the columns of files with the same headings are read, as the user said.
type mapping struct {
	Source  string            `json:"source"` // hash of the headings
	Table   string            `json:"table"`
	Columns map[string]string `json:"columns"` // heading to field; empty: left
}

func sourceKey(headings string) string {
	h := fnv.New64a()
	_, _ = h.Write([]byte(headings)) // a hash takes everything
	return strconv.FormatUint(h.Sum64(), 36)
}

// recall finds how a file with these headings was read before.
func (ws *wizards) recall(headings string) (mapping, bool) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	key := sourceKey(headings)
	for i := range ws.mappings {
		if ws.mappings[i].Source == key {
			return ws.mappings[i], true
		}
	}
	return mapping{}, false
}

// remember keeps how a file was read, the last one first; only what the user chose over what is detected needs it. In the window it lasts
// over the next start. It is a convenience: a full disk must not make a written import look like one that failed.
func (ws *wizards) remember(r *reading, lasting bool) {
	m := mapping{Source: sourceKey(fingerprint(r.Plan)), Columns: map[string]string{}}
	if r.Table != nil {
		m.Table = r.Table.Key
	}
	said := false
	for heading, field := range r.Said() {
		m.Columns[heading] = field
		said = true
	}
	if !said && !r.ChoseTable() {
		return
	}
	ws.mu.Lock()
	defer ws.mu.Unlock()
	kept := []mapping{m}
	for _, old := range ws.mappings {
		if old.Source != m.Source && len(kept) < mostMappings {
			kept = append(kept, old)
		}
	}
	ws.mappings = kept
	if !lasting {
		return
	}
	for len(kept) > 0 {
		text, err := json.Marshal(kept)
		if err != nil {
			return
		}
		if len(text) <= keptMost {
			_ = Remember(mappingsFile, text)
			return
		}
		kept = kept[:len(kept)-1]
	}
}

// rememberedMappings are those of earlier starts.
func rememberedMappings() []mapping {
	var out []mapping
	if json.Unmarshal(Remembered(mappingsFile), &out) != nil {
		return nil
	}
	return out
}
