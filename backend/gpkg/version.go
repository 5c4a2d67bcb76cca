package gpkg

import "context"

// seen is what the project's version was when last looked at.
type seen struct {
	// pulse is PRAGMA data_version: it changes when another connection commits.
	pulse int64
	// changes is the counter in the file, which triggers raise with every row that any program changes.
	changes int64
	// unnoticed counts commits of other programs that did not raise the counter, such as replacing a whole table.
	unnoticed int64
}

// Version grows with every change to the project by any program. While nothing happens it costs one PRAGMA.
func (p *Project) Version(context.Context) (int64, error) {
	var v int64
	err := p.use(func(c *conn) error {
		pulse, err := p.dataVersion()
		if err != nil {
			return err
		}
		if pulse != p.seen.pulse {
			if err := p.look(c); err != nil {
				return err
			}
		}
		v = p.seen.changes + p.seen.unnoticed
		return nil
	})
	return v, err
}

func (p *Project) dataVersion() (int64, error) {
	v, _, err := p.pulse.first()
	n, _ := v.(int64)
	return n, err
}

// look brings p.seen up to date. The pulse is read first: a commit between the two reads is then met again next time.
func (p *Project) look(c *conn) error {
	pulse, err := p.dataVersion()
	if err != nil {
		return err
	}
	changes, err := c.integer("SELECT changes FROM estate_atlas_meta")
	if err != nil {
		return err
	}
	if p.seen.pulse != 0 && pulse != p.seen.pulse && changes <= p.seen.changes {
		p.seen.unnoticed++
	}
	p.seen.pulse = pulse
	p.seen.changes = max(p.seen.changes, changes)
	return nil
}
