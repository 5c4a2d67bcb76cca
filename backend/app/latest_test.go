package app

import "testing"

func TestANewPieceOfWorkCallsOffTheOneUnderWay(t *testing.T) {
	var l latest
	first, firstProgress, firstEnd := l.begin()
	firstProgress(3, 10)
	if running, done, total := l.progress(); !running || done != 3 || total != 10 {
		t.Errorf("%v, %d of %d", running, done, total)
	}
	second, secondProgress, secondEnd := l.begin()
	if first.Err() == nil || second.Err() != nil {
		t.Error("the first goes on, or the second was called off")
	}
	firstProgress(9, 10)
	secondProgress(1, 5)
	firstEnd()
	if running, done, total := l.progress(); !running || done != 1 || total != 5 {
		t.Errorf("the first still speaks: %v, %d of %d", running, done, total)
	}
	l.stop()
	if second.Err() == nil {
		t.Error("the work goes on although it was called off")
	}
	secondEnd()
	if running, _, _ := l.progress(); running {
		t.Error("nothing is under way any more")
	}
}
