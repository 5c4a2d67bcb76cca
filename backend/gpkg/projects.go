package gpkg

import (
	"context"

	"estateatlas/backend/domain"
)

// Projects offers this package behind an interface that speaks of package domain only, so that the use cases need not know which
// store they work on.
type Projects struct{}

// Create is CreateWith.
func (Projects) Create(ctx context.Context, path string, change domain.Change) error {
	return CreateWith(ctx, path, change)
}

// Open is Open.
func (Projects) Open(ctx context.Context, path string, readOnly bool) (domain.Store, error) {
	p, err := Open(ctx, path, Options{ReadOnly: readOnly})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// Info describes the project at path without taking its lock.
func (Projects) Info(ctx context.Context, path string) (domain.ProjectInfo, error) {
	p, err := Open(ctx, path, Options{ReadOnly: true})
	if err != nil {
		return domain.ProjectInfo{}, err
	}
	info, err := p.Info(ctx)
	if cerr := p.Close(); err == nil {
		err = cerr
	}
	return info, err
}
