package app

import (
	"bytes"
	"encoding/json"
	"strings"

	"estateatlas/backend/domain"
)

// Settings lists every policy setting with its clause, default, range and what is in force.
func (a *Atlas) Settings() ([]SettingRow, error) {
	p, err := a.project()
	if err != nil {
		return nil, err
	}
	rows := []SettingRow{}
	for _, s := range domain.SettingInfos() {
		_, stated := p.tables.Settings[s.Name]
		row := SettingRow{
			Name: s.Name, Title: s.Title, Help: s.Help, Clause: s.Clause, Kind: string(s.Kind), Unit: s.Unit, Choices: []Choice{},
			Range: s.Takes, Default: s.Default, Value: p.tables.Settings.Value(s.Name), Stated: stated, Results: s.Results,
		}
		for _, c := range s.Choices {
			row.Choices = append(row.Choices, Choice(c))
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// PreviewSettings says which rounds other settings would change, and by how much. Closed rounds keep their own. Errors: CodeInvalid for
// a value that does not suit, and where nothing would be set.
func (a *Atlas) PreviewSettings(asks []SettingAsk) (Consequence, error) {
	p, err := a.project()
	if err != nil {
		return Consequence{}, err
	}
	change, err := p.planSettings(asks, "")
	if err != nil {
		return Consequence{}, err
	}
	c := p.consequence(change)
	if n := len(p.tables.Closings); n > 0 {
		c.Notes = append(c.Notes, domain.Say("%d 个已锁定轮次仍按锁定时的设置，不改变", "%d closed rounds keep their settings and do not change", n))
	}
	results := false
	for _, info := range domain.SettingInfos() {
		for _, ask := range asks {
			if ask.Name == info.Name {
				c.Clauses = append(c.Clauses, info.Clause)
				results = results || info.Results
			}
		}
	}
	if !results {
		c.Text = domain.Say("不影响名次、级别和金额", "Ranks, levels and amounts are not affected")
	}
	return c, nil
}

// SetSettings sets policy settings, all of them or none. Errors as PreviewSettings.
func (a *Atlas) SetSettings(asks []SettingAsk, reason string) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) { return p.planSettings(asks, reason) })
}

// planSettings states what is not the default, and takes back what is the default again.
func (p *project) planSettings(asks []SettingAsk, reason string) (domain.Change, error) {
	if reason = strings.TrimSpace(reason); reason != "" {
		if err := checkText("理由", "reason", reason); err != nil {
			return domain.Change{}, err
		}
	}
	put, gone := domain.Settings{}, domain.Settings{}
	var what []string
	for _, ask := range asks {
		value := ask.Value
		if ask.Reset {
			value = (domain.Settings{}).Value(ask.Name)
		}
		if err := domain.CheckSetting(ask.Name, json.RawMessage(value)); err != nil {
			return domain.Change{}, err
		}
		value = compactJSON(value)
		was := p.tables.Settings.Value(ask.Name)
		if compactJSON(was) == value {
			continue
		}
		if value == compactJSON((domain.Settings{}).Value(ask.Name)) {
			gone[ask.Name] = ""
			delete(put, ask.Name)
		} else {
			put[ask.Name] = value
			delete(gone, ask.Name)
		}
		what = append(what, settingTitle(ask.Name)+"："+compactJSON(was)+" → "+value)
	}
	if len(put)+len(gone) == 0 {
		return domain.Change{}, invalid("设置没有改变", "The settings are as they were")
	}
	change := domain.Change{What: "设置 " + strings.Join(what, "；")}
	if reason != "" {
		change.What += "（" + reason + "）"
	}
	if len(put) > 0 {
		change.Put.Settings = put
	}
	if len(gone) > 0 {
		change.Remove.Settings = gone
	}
	return change, nil
}

func settingTitle(name string) string {
	for _, s := range domain.SettingInfos() {
		if s.Name == name {
			return s.Title.ZH
		}
	}
	return name
}

// compactJSON writes a JSON text without spaces.
func compactJSON(text string) string {
	var b bytes.Buffer
	if json.Compact(&b, []byte(text)) != nil {
		return text
	}
	return b.String()
}
