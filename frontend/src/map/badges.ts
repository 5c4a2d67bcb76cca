// Where the badges of the bands stand with their names. Pure; everything is px on the screen. Each estate of a band keeps its
// badge at every zoom; names go first where room runs out. No label lies on another, no leader crosses one or runs through a label.

import { knots, type ListForm, mostInKnot, placeList } from './badgeLists';
import {
  type Badge,
  type BadgeList,
  type BandEstate,
  badgeHeight,
  type Candidate,
  candidate,
  clear,
  cost,
  farPlaces,
  leaderTo,
  nameGap,
  nearPlaces,
  shapeBox,
  takeLabel,
} from './badgePlaces';
import { crosses, type Field, grown, meet, runsThrough, type Segment } from './field';

export interface Placement {
  badges: Badge[];
  lists: BadgeList[];
}

interface Placed extends Candidate {
  estate: BandEstate;
}

/**
 * Places the badges of all estates: the most hemmed in first, then each anew as long as that makes the whole better. Where they
 * find no place side by side, those near each other share a list. The order of the estates decides what is otherwise equal.
 * Takes the room of labels and leaders from the field.
 */
export function placeBadges(estates: readonly BandEstate[], field: Field, scale = 1): Placement {
  const placement = bestOf(estates, field, scale);
  const widths = new Map(estates.map((estate) => [estate.at, estate.nameWidth]));
  for (const { at, box, named, leader } of placement.badges) {
    takeLabel(field, named ? { ...box, w: box.w + nameGap * scale + widths.get(at)! + 2 } : box, leader);
  }
  for (const { box, leader } of placement.lists) takeLabel(field, box, leader);
  return placement;
}

/** px between estates that are taken for one spot; the next is tried where the one before leaves no room. */
const spots = [16, 30, 56, 110, 220];
/** Of the map, what lists may lie on: where they need more, their names go. */
const mostCovered = 0.2;

function bestOf(estates: readonly BandEstate[], field: Field, scale: number): Placement {
  for (const apart of spots) {
    const groups = knots(estates, apart * scale);
    for (const form of groups.some(shareList) ? (['named', 'short'] as const) : (['named'] as const)) {
      const placed = attempt(groups, estates, field.fork(), scale, form);
      if (placed && (form !== 'named' || covered(placed) <= mostCovered * field.frame.w * field.frame.h)) return placed;
    }
  }
  const groups = knots(estates, spots[spots.length - 1]! * scale);
  return attempt(groups, estates, field.fork(), scale, 'any') ?? { badges: [], lists: [] };
}

const shareList = (knot: readonly BandEstate[]): boolean => knot.length > mostInKnot;
const covered = ({ lists }: Placement): number => lists.reduce((sum, { box }) => sum + box.w * box.h, 0);

/** null if a badge finds no room; in any form any place will do. */
function attempt(
  groups: readonly BandEstate[][],
  estates: readonly BandEstate[],
  field: Field,
  scale: number,
  form: ListForm,
): Placement | null {
  const lists: BadgeList[] = [];
  const badges: Badge[] = [];
  const singles: BandEstate[] = [];
  for (const knot of groups) {
    const list = shareList(knot) ? placeList(knot, estates, field, scale, form) : null;
    if (!list) singles.push(...knot);
    else {
      lists.push(list.list);
      badges.push(...list.badges);
    }
  }
  const placed = new Board(singles, estates, lists, field, scale).place(form === 'any');
  return placed && { badges: [...badges, ...placed], lists };
}

class Board {
  readonly #estates: readonly BandEstate[];
  readonly #shapes: readonly BandEstate[];
  readonly #field: Field;
  readonly #scale: number;
  readonly #placed = new Map<number, Placed>();
  readonly #lists: readonly BadgeList[];
  /** Beside the shape and clear of other shapes, the best first. */
  readonly #near = new Map<number, readonly Candidate[]>();
  /** Everything else; made when nothing near will do. */
  readonly #others = new Map<number, readonly Candidate[]>();

  constructor(
    estates: readonly BandEstate[],
    shapes: readonly BandEstate[],
    lists: readonly BadgeList[],
    field: Field,
    scale: number,
  ) {
    this.#estates = estates;
    this.#shapes = shapes;
    this.#lists = lists;
    this.#field = field;
    this.#scale = scale;
    for (const estate of estates) {
      const near = this.#free(estate, nearPlaces(estate, scale));
      this.#near.set(
        estate.at,
        near.filter((one) => one.cost < cost.leader),
      );
    }
  }

  /** What is free of all but other badges, the best first. */
  #free(estate: BandEstate, places: readonly Candidate[]): Candidate[] {
    return places
      .filter(({ room, leader }) => this.#field.isFree(room) && !this.#lists.some((list) => hampers(list, leader)))
      .map((one) => ({ ...one, cost: one.cost + this.#overShapes(estate, one) }))
      .sort((a, b) => a.cost - b.cost);
  }

  #othersOf(estate: BandEstate): readonly Candidate[] {
    let others = this.#others.get(estate.at);
    if (!others) {
      const all = [...nearPlaces(estate, this.#scale), ...farPlaces(estate, this.#scale)];
      others = this.#free(estate, all).filter((one) => one.cost >= cost.leader);
      this.#others.set(estate.at, others);
    }
    return others;
  }

  /** null if one found no place; at last any will do. */
  place(last: boolean): Badge[] | null {
    const near = (estate: BandEstate) => this.#near.get(estate.at)!.length;
    const order = this.#estates
      .map((estate, i) => ({ estate, i, near: near(estate) }))
      .sort((a, b) => Number(b.estate.selected) - Number(a.estate.selected) || a.near - b.near || a.i - b.i)
      .map(({ estate }) => estate);
    for (const estate of order) this.#put(estate);
    for (let pass = 0; pass < 3 && this.#improve(order); pass++);
    for (const estate of order) {
      if (this.#placed.get(estate.at)!.cost < nowhere) continue;
      if (!last) return null;
      this.#placed.set(estate.at, { ...this.#anywhere(estate), estate });
    }
    return order.map((estate) => {
      const { whole, named, leader } = this.#placed.get(estate.at)!;
      return { at: estate.at, box: { ...whole, w: estate.badgeWidth }, named, leader };
    });
  }

  #put(estate: BandEstate): number {
    const fits = (one: Candidate) => this.#fits(estate, one);
    const chosen = this.#near.get(estate.at)!.find(fits) ?? this.#othersOf(estate).find(fits) ?? this.#home(estate);
    this.#placed.set(estate.at, { ...chosen, estate });
    return chosen.cost;
  }

  /** Whether any estate found a better place, by itself or by letting a neighbour step aside. */
  #improve(order: readonly BandEstate[]): boolean {
    let better = false;
    for (const estate of order) {
      const now = this.#placed.get(estate.at)!;
      if (now.cost < cost.leader) continue;
      this.#placed.delete(estate.at);
      if (this.#put(estate) < now.cost) {
        better = true;
        continue;
      }
      this.#placed.set(estate.at, now);
      if (now.cost >= farAway) better = this.#swap(estate, order) || better;
    }
    return better;
  }

  /** Takes a neighbour's place if both together stand better for it. */
  #swap(estate: BandEstate, order: readonly BandEstate[]): boolean {
    const reach = 220 * this.#scale;
    const mine = this.#placed.get(estate.at)!;
    for (const other of order) {
      if (other === estate || Math.abs(other.x - estate.x) > reach || Math.abs(other.y - estate.y) > reach / 2)
        continue;
      const its = this.#placed.get(other.at)!;
      this.#placed.delete(estate.at);
      this.#placed.delete(other.at);
      if (this.#put(estate) + this.#put(other) < mine.cost + its.cost - 1) return true;
      this.#placed.set(estate.at, mine);
      this.#placed.set(other.at, its);
    }
    return false;
  }

  #fits(estate: BandEstate, { room, leader }: Candidate): boolean {
    for (const other of this.#placed.values()) {
      if (other.estate === estate) continue;
      if (meet(room, other.room)) return false;
      if (other.leader && runsThrough(other.leader, room)) return false;
      if (leader && (runsThrough(leader, other.room) || (other.leader && crosses(leader, other.leader)))) return false;
    }
    return true;
  }

  #overShapes(estate: BandEstate, { whole, leader }: Candidate): number {
    let sum = 0;
    for (const shape of this.#shapes) {
      if (shape === estate) continue;
      const box = shapeBox(shape);
      if (meet(whole, box)) sum += cost.overShape;
      else if (leader && runsThrough(leader, grown(box, -box.w / 4))) sum += cost.leaderOverShape;
    }
    return sum;
  }

  /** The badge alone at the nearest place of the frame that no other label has; on its estate if there is none at all. */
  #anywhere(estate: BandEstate): Candidate {
    const h = badgeHeight * this.#scale;
    const w = estate.badgeWidth;
    const { frame } = this.#field;
    let best: Candidate | null = null;
    for (let y = frame.y + clear; y + h + clear <= frame.y + frame.h; y += h / 2 + clear) {
      for (let x = frame.x + clear; x + w + clear <= frame.x + frame.w; x += h / 2 + clear) {
        const whole = { x, y, w, h };
        const far = Math.hypot(x + w / 2 - estate.x, y + h / 2 - estate.y);
        if (best && far >= best.cost - cost.unnamed) continue;
        const one = candidate(whole, false, leaderTo(estate, whole), cost.unnamed + far);
        if (this.#field.isFree(one.room) && this.#fits(estate, one)) best = one;
      }
    }
    return best ?? this.#home(estate);
  }

  #home({ x, y, badgeWidth: w }: BandEstate): Candidate {
    const h = badgeHeight * this.#scale;
    return candidate({ x: x - w / 2, y: y - h / 2, w, h }, false, null, nowhere);
  }
}

/** The cost from which on a neighbour is asked to step aside. */
const farAway = 60;
/** The cost of lying on another label. */
const nowhere = 1e6;

/** Whether a leader runs through a list or crosses its leader. */
const hampers = (list: BadgeList, leader: Segment | null): boolean =>
  leader !== null && (runsThrough(leader, list.box) || crosses(leader, list.leader));
