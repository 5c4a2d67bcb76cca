package gpkg

import (
	"errors"
	"os"
)

// abandon gives back what a project holds, without regard to errors.
func (p *Project) abandon() {
	if p.pulse != nil {
		p.pulse.close()
		p.pulse = nil
	}
	if p.db != nil {
		_ = p.db.close()
		p.db = nil
	}
	if p.lock != nil {
		p.lock.release()
		p.lock = nil
	}
}

// Close closes the project and leaves one file, unless another program still has it open. Closing twice does nothing.
func (p *Project) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.db == nil {
		return nil
	}
	defer p.abandon()
	p.pulse.close()
	p.pulse = nil
	if p.readOnly {
		err := p.db.close()
		p.db = nil
		if writable(p.path) && leftBehind(p.path) {
			settle(p.path)
		}
		return explain(p.path, err)
	}
	var err error
	if p.seen.unnoticed > 0 {
		err = p.db.change("UPDATE estate_atlas_meta SET changes = changes + ?1", p.seen.unnoticed)
	}
	p.db.unjournal()
	err = errors.Join(err, p.db.close())
	p.db = nil
	return explain(p.path, err)
}

// unjournal puts the journal into the file and ends it. While another program has the file open that fails: the journal stays, and
// with it a sound project, until the last program closes it.
func (c *conn) unjournal() {
	for _, pragma := range []string{"busy_timeout = 200", "wal_checkpoint(TRUNCATE)", "journal_mode = DELETE"} {
		_ = c.exec("PRAGMA " + pragma)
	}
}

// settle brings the journal that a killed process left into the file and removes what else it left. It does nothing while another
// Project holds the file.
func settle(path string) {
	l, err := acquire(path)
	if err != nil {
		return
	}
	defer l.release()
	c, err := connect(path, recovering)
	if err != nil {
		return
	}
	c.unjournal()
	_ = c.close()
}

// leftBehind reports whether there are side files, of a killed process or of one that is alive.
func leftBehind(path string) bool {
	return present(path+"-wal") || present(path+"-shm") || present(path+"-journal") || present(lockPath(path))
}

func present(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
