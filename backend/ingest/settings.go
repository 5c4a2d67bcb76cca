package ingest

import (
	"bytes"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
)

// setting is one member of settings.json.
type setting struct{ name, value string }

// readSettings reads settings.json: an object of settings by name. The values stay the JSON text that they are.
func (imp *intake) readSettings(log *fileLog) {
	broken := func(say *domain.Text) { log.refuse(1, wholeFile, 0, say) }
	data, refused := readWhole(log.file)
	if refused != nil {
		broken(refused)
		return
	}
	d := decode(data)
	log.encoding = d.encoding
	switch {
	case d.refused != nil:
		broken(d.refused)
		return
	case trim(d.text) == "":
		broken(&sayEmpty)
		return
	case len(d.badLines) > 0:
		broken(&sayBadUTF8)
		return
	}
	if d.encoding != encUTF8 {
		log.note(1, wholeFile, "", &sayRecoded, d.encoding)
	}
	start := len(imp.settings.data)
	s := newScanner(strings.NewReader(d.text))
	if s.peek() != '{' {
		if s.skip() && s.atEnd() {
			broken(&saySettingsRoot)
			return
		}
	} else {
		s.pos++
		for first := true; s.next('}', first); first = false {
			if !imp.readSetting(log, s, start) {
				break
			}
		}
	}
	if s.failed() || !s.atEnd() {
		imp.settings.spoil(start)
		log.broken = true
		n := strconv.Itoa(s.lineAt(s.faultAt))
		log.fault(1, wholeFile, 0, &domain.Text{ZH: "第 " + n + " 行：" + s.fault.ZH, EN: "Line " + n + ": " + s.fault.EN})
		return
	}
	if log.read == 0 {
		log.note(1, wholeFile, "", &sayNoRows)
	}
}

// readSetting reads one member and reports whether its syntax was right.
func (imp *intake) readSetting(log *fileLog, s *scanner, start int) bool {
	k, ok := s.key()
	if !ok {
		return false
	}
	name := trim(strings.Clone(k.view()))
	s.peek()
	at := s.pos
	if !s.skip() {
		return false
	}
	value := bytes.Clone(s.b[at:s.pos])
	m := mark{line: 1, log: log.at}
	order := log.read
	log.read++
	for _, before := range imp.settings.data[start:] {
		if before.name == name {
			m.bad = true
			log.fault(1, name, order, &saySettingTwice, name)
		}
	}
	if err := domain.CheckSetting(name, value); err != nil && !m.bad {
		m.bad = true
		log.fault(1, name, order, &err.Text)
	}
	imp.settings.add(setting{name, string(value)}, m)
	return true
}
