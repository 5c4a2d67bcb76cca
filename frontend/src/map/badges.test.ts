import { describe, expect, test } from 'vitest';
import { knots } from './badgeLists';
import { type Badge, type BandEstate, badgeHeight, nameGap } from './badgePlaces';
import { type Placement, placeBadges } from './badges';
import { type Box, crosses, Field, meet, runsThrough, type Segment } from './field';

const frame: Box = { x: 0, y: 0, w: 900, h: 500 };

/** The same numbers in each run. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return (state / 4294967296) * most;
  };
}

function estate(at: number, x: number, y: number, half = 8, nameWidth = 80): BandEstate {
  return { at, x, y, rx: half, ry: half, badgeWidth: 30, nameWidth, selected: false };
}

const placeOne = (one: BandEstate, field = new Field(frame)): Badge => placeBadges([one], field).badges[0]!;

/** Badge and name. */
const whole = (badge: Badge, estates: readonly BandEstate[]): Box =>
  badge.named
    ? { ...badge.box, w: badge.box.w + nameGap + estates.find((one) => one.at === badge.at)!.nameWidth }
    : badge.box;

/** What is wrong with a placement: nothing, if it is right. */
function faults({ badges, lists }: Placement, estates: readonly BandEstate[], within = frame): string[] {
  const bad: string[] = [];
  const boxes = badges.map((badge) => whole(badge, estates));
  const leaders: (readonly [Segment, number])[] = badges.flatMap((badge, i) =>
    badge.leader ? [[badge.leader, i] as const] : [],
  );
  if (new Set(badges.map(({ at }) => at)).size !== estates.length) bad.push('a badge is missing');
  boxes.forEach((box, i) => {
    if (
      box.x < within.x ||
      box.y < within.y ||
      box.x + box.w > within.x + within.w ||
      box.y + box.h > within.y + within.h
    )
      bad.push(`${i} leaves the frame`);
    boxes.slice(i + 1).forEach((other, j) => {
      if (meet(box, other)) bad.push(`${i} lies on ${i + 1 + j}`);
    });
    for (const [leader, of] of leaders)
      if (of !== i && runsThrough(leader, box)) bad.push(`leader of ${of} runs through ${i}`);
    lists.forEach((list) => {
      const inside = box.x >= list.box.x && box.x + box.w <= list.box.x + list.box.w + 1;
      if (meet(box, list.box) && !inside) bad.push(`${i} lies on a list`);
    });
  });
  leaders.forEach(([leader, i], n) => {
    for (const [other, j] of leaders.slice(n + 1))
      if (crosses(leader, other)) bad.push(`leaders of ${i} and ${j} cross`);
  });
  return bad;
}

describe('the badge of one estate', () => {
  test('stands to the right where there is room', () => {
    const badge = placeOne(estate(0, 400, 250));
    expect(badge).toMatchObject({ named: true, leader: null });
    expect(badge.box.x).toBeGreaterThan(408);
    expect(badge.box.y + badgeHeight / 2).toBe(250);
  });

  test('stands to the left at the right edge', () => {
    const badge = placeOne(estate(0, 880, 250));
    expect(badge.named).toBe(true);
    expect(badge.box.x + badge.box.w).toBeLessThan(872);
  });

  test('stands on an estate that is large enough', () => {
    const badge = placeOne(estate(3, 400, 250, 90));
    expect(badge.box.x).toBeLessThan(400);
    expect(badge.box.x + badge.box.w + nameGap + 80).toBeGreaterThan(400);
  });

  test('stands alone where no name fits', () => {
    const badge = placeOne(estate(0, 30, 30), new Field({ x: 0, y: 0, w: 60, h: 60 }));
    expect(badge).toMatchObject({ named: false, leader: null });
    expect(badge.box).toMatchObject({ x: 15, w: 30 });
  });

  test('reaches further off with a leader when everything near is taken', () => {
    const field = new Field(frame);
    field.take({ x: 270, y: 205, w: 260, h: 90 });
    const badge = placeOne(estate(0, 400, 250), field);
    expect(badge.named).toBe(true);
    expect(badge.leader?.slice(0, 2)).toEqual([400, 250]);
  });

  test('stays in a map that is hardly there', () => {
    expect(placeOne(estate(0, 5, 5), new Field({ x: 0, y: 0, w: 0, h: 0 })).box).toMatchObject({ w: 30 });
  });
});

describe('badges of many estates', () => {
  test('a crowd of neighbours keeps all its names', () => {
    const places = [
      [400, 200],
      [430, 205],
      [405, 230],
      [436, 236],
      [418, 262],
      [452, 220],
      [385, 245],
    ] as const;
    const estates = places.map(([x, y], at) => estate(at, x, y, 12));
    const placed = placeBadges(estates, new Field(frame));
    expect(faults(placed, estates)).toEqual([]);
    expect(placed.badges.every((badge) => badge.named)).toBe(true);
  });

  test('none is left out, none lies on another, no leader crosses a label or a leader, whatever the crowd', () => {
    for (let seed = 1; seed <= 80; seed++) {
      const next = numbers(seed);
      const count = 2 + Math.floor(next(28));
      const wide = 60 + next(800);
      const estates = Array.from({ length: count }, (_, at) =>
        estate(at, 450 + next(wide) - wide / 2, 40 + next(420), 6 + (next(1) > 0.8 ? next(80) : 4), 40 + next(80)),
      );
      expect(faults(placeBadges(estates, new Field(frame)), estates), `seed ${seed}`).toEqual([]);
    }
  });

  test('at every zoom, from the block to a district of a few px', () => {
    const next = numbers(5);
    const ground = Array.from({ length: 24 }, () => [next(2) - 1, next(1) - 0.5] as const);
    for (let size = 6000; size > 4; size /= 1.6) {
      const estates = ground.flatMap(([x, y], at) => {
        const one = estate(at, 450 + x * size, 250 + y * size, Math.max(9, size / 60));
        return one.x > 0 && one.x < frame.w && one.y > 0 && one.y < frame.h ? [one] : [];
      });
      expect(faults(placeBadges(estates, new Field(frame)), estates), `${size}`).toEqual([]);
    }
  });

  test('never a name on the shape of another band, as long as there is room elsewhere', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const next = numbers(seed);
      const estates = Array.from({ length: 14 }, (_, at) => estate(at, 60 + next(780), 40 + next(420), 8 + next(20)));
      const { badges } = placeBadges(estates, new Field(frame));
      for (const badge of badges) {
        if (!badge.named) continue;
        for (const one of estates) {
          if (one.at === badge.at) continue;
          const shape = { x: one.x - one.rx, y: one.y - one.ry, w: 2 * one.rx, h: 2 * one.ry };
          expect(meet(whole(badge, estates), shape), `seed ${seed}, ${badge.at} on ${one.at}`).toBe(false);
        }
      }
    }
  });

  test('the selected one stands best', () => {
    const estates = [0, 1, 2].map((at) => ({ ...estate(at, 400, 250 + at * 8), selected: at === 2 }));
    const { badges } = placeBadges(estates, new Field(frame));
    expect(badges.find(({ at }) => at === 2)).toMatchObject({ named: true, leader: null });
  });

  test('are the same whenever they are placed', () => {
    const next = numbers(9);
    const estates = Array.from({ length: 20 }, (_, at) => estate(at, 300 + next(200), 150 + next(150)));
    expect(placeBadges(estates, new Field(frame))).toEqual(placeBadges(estates, new Field(frame)));
  });
});

describe('estates on one spot', () => {
  const heap = (count: number) => Array.from({ length: count }, (_, at) => estate(at, 450 + at, 250 + (at % 2)));

  test('share a list with all their names in their order, if there are more than a few', () => {
    const { badges, lists } = placeBadges(heap(8), new Field(frame));
    expect(lists).toHaveLength(1);
    expect(badges.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(badges.every(({ named, leader }) => named && leader === null)).toBe(true);
    expect(new Set(badges.map(({ box }) => box.x)).size).toBe(1);
    expect(lists[0]!.leader[0]).toBeCloseTo(453.5);
  });

  test('get along without one if there are few', () => {
    expect(placeBadges(heap(4), new Field(frame)).lists).toEqual([]);
  });

  test('leave their names out where the list has no room for them', () => {
    const narrow = { x: 350, y: 150, w: 210, h: 200 };
    const estates = heap(20);
    const placed = placeBadges(estates, new Field(narrow));
    expect(placed.badges).toHaveLength(20);
    expect(faults(placed, estates, narrow)).toEqual([]);
  });

  test('stand in one narrow list where the map is a strip', () => {
    const strip = { x: 0, y: 0, w: 150, h: 420 };
    const next = numbers(5);
    const estates = Array.from({ length: 20 }, (_, at) => estate(at, 10 + next(130), 150 + next(120)));
    const placed = placeBadges(estates, new Field(strip), 4 / 3);
    const boxes = placed.badges.map(({ box }) => box);
    expect(boxes).toHaveLength(20);
    boxes.forEach((box, i) => {
      expect(boxes.slice(i + 1).some((other) => meet(box, other))).toBe(false);
    });
  });

  test('never hide more than a fifth of the map behind lists with names: on a small screen the map is seen', () => {
    const small = { x: 0, y: 0, w: 600, h: 420 };
    for (let seed = 1; seed <= 20; seed++) {
      const next = numbers(seed);
      const estates = Array.from({ length: 20 }, (_, at) => estate(at, 200 + next(200), 140 + next(140), 10, 150));
      const placed = placeBadges(estates, new Field(small), 4 / 3);
      const named = placed.lists.filter(({ box }) =>
        placed.badges.some((badge) => badge.named && meet(badge.box, box) && badge.leader === null),
      );
      const hidden = named.reduce((sum, { box }) => sum + box.w * box.h, 0);
      expect(placed.badges, `seed ${seed}`).toHaveLength(20);
      expect(hidden / (small.w * small.h), `seed ${seed}`).toBeLessThanOrEqual(0.2);
    }
  });

  test('are those that touch, one after the other; large shapes are never on one spot', () => {
    const estates = [
      estate(0, 100, 100),
      estate(1, 112, 100),
      estate(2, 124, 100),
      estate(3, 300, 100),
      estate(4, 305, 100, 40),
    ];
    expect(knots(estates, 16).map((knot) => knot.map(({ at }) => at).sort())).toEqual(
      expect.arrayContaining([[0, 1, 2], [3], [4]]),
    );
  });
});

test('a dense crowd of two bands is placed in a tenth of a second', () => {
  const next = numbers(3);
  const estates = Array.from({ length: 24 }, (_, at) => estate(at, 300 + next(300), 150 + next(200)));
  const once = () => {
    const start = performance.now();
    placeBadges(estates, new Field(frame));
    return performance.now() - start;
  };
  expect(Math.min(...Array.from({ length: 6 }, once))).toBeLessThan(100);
});
