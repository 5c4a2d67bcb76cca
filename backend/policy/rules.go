package policy

import "estateatlas/backend/domain"

// RulesOf returns the settings that a round is judged by.
func (b *Book) RulesOf(int) *domain.Policy { return &b.Policy }
