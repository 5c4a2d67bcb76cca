package domain_test

import (
	"math/big"
	"testing"

	"estateatlas/backend/domain"

	"pgregory.net/rapid"
)

func drawDecimal(t *rapid.T, name string) string {
	return rapid.StringMatching(`[0-9]{1,9}(\.[0-9]{1,18})?`).Draw(t, name)
}

func rat(s string) *big.Rat { r, _ := new(big.Rat).SetString(s); return r }

func TestDecimalIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawDecimal(t, "a"), drawDecimal(t, "b")
		x, ok1 := domain.ParseDecimal(a)
		y, ok2 := domain.ParseDecimal(b)
		if !ok1 || !ok2 {
			t.Fatalf("%q %v, %q %v", a, ok1, b, ok2)
		}
		if got, want := x.Cmp(y), rat(a).Cmp(rat(b)); got != want {
			t.Fatalf("%s against %s: %d, want %d", a, b, got, want)
		}
		if (x == y) != (rat(a).Cmp(rat(b)) == 0) {
			t.Fatalf("== of %s and %s", a, b)
		}
		sum := new(big.Rat).Add(rat(a), rat(b))
		if rat(x.Add(y).String()).Cmp(sum) != 0 {
			t.Fatalf("%s + %s = %s, want %s", a, b, x.Add(y), sum)
		}
		if back, ok := domain.ParseDecimal(x.String()); !ok || back != x {
			t.Fatalf("%s written as %s", a, x)
		}
		share := drawDecimal(t, "share")
		z := domain.MustDecimal(share)
		if got, want := x.CmpProduct(y, z), rat(a).Cmp(new(big.Rat).Mul(rat(b), rat(share))); got != want {
			t.Fatalf("%s against %s × %s: %d, want %d", a, b, share, got, want)
		}
	})
}

func TestDecimalText(t *testing.T) {
	for in, want := range map[string]string{"88": "88", "88.0": "88", "88.50": "88.5", "007": "7", "0.05": "0.05", "0": "0", "61.500000000000000001": "61.500000000000000001"} {
		if d, ok := domain.ParseDecimal(in); !ok || d.String() != want {
			t.Errorf("%s: %v %s, want %s", in, ok, d, want)
		}
	}
	for _, bad := range []string{"", ".", ".5", "5.", "-1", "+1", "1e3", "1,5", "１", "1.0000000000000000001", "1234567890123456", "0x1", " 1", "1..2"} {
		if d, ok := domain.ParseDecimal(bad); ok {
			t.Errorf("%q was read as %s", bad, d)
		}
	}
}

func TestFenText(t *testing.T) {
	for f, want := range map[domain.Fen]string{0: "0.00", 5: "0.05", 490000: "4900.00", -1: "-0.01", -123456: "-1234.56", domain.MaxFen: "1000000000000.00"} {
		if f.String() != want {
			t.Errorf("%d fen: %s, want %s", int64(f), f, want)
		}
	}
}
