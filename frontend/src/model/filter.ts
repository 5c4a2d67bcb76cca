// What the legend, the figures and the lists leave on the map and in the table. One filter, one mask, two readers.

import type { Colouring, District, Figure, RoundView, Text } from '../api/types';
import type { ColumnFilter, Values } from './columns';
import { passing } from './columns';
import type { Estates } from './estates';
import { bands, states } from './legend';

/** A set of estates that something on the screen stands for. It is looked up anew in each round. */
export type Pick =
  | { kind: 'figure'; key: string; label?: Text }
  | { kind: 'company'; index: number }
  | { kind: 'subdistrict'; index: number }
  | { kind: 'community'; index: number }
  | { kind: 'changed' }
  | { kind: 'unmapped' }
  | { kind: 'notice'; index: number; roundId: string }
  | { kind: 'listed'; name: string; fids: readonly number[] };

/**
 * An estate stays if its band is chosen (or none is), its state and its class of the colouring likewise, it is in every pick, and
 * it passes the tests of all columns.
 */
export interface Filter {
  readonly bands: ReadonlySet<number>;
  readonly states: ReadonlySet<number>;
  /** Positions in Colouring.classes; −1 is without a value. */
  readonly classes: ReadonlySet<number>;
  readonly picks: readonly Pick[];
  /** At most one a column. */
  readonly columns: readonly ColumnFilter[];
}

export const noFilter: Filter = { bands: new Set(), states: new Set(), classes: new Set(), picks: [], columns: [] };

export function isFiltering(filter: Filter): boolean {
  return groups.some((g) => filter[g].size > 0) || filter.picks.length + filter.columns.length > 0;
}

/** Whether two picks are the same thing on the screen. */
export function samePick(a: Pick, b: Pick): boolean {
  switch (a.kind) {
    case 'figure':
      return b.kind === 'figure' && a.key === b.key;
    case 'company':
    case 'subdistrict':
    case 'community':
      return b.kind === a.kind && a.index === b.index;
    case 'changed':
    case 'unmapped':
      return b.kind === a.kind;
    case 'notice':
      return b.kind === 'notice' && a.index === b.index && a.roundId === b.roundId;
    case 'listed':
      return b.kind === 'listed' && a.name === b.name;
    default:
      return a satisfies never;
  }
}

export type ClassGroup = 'bands' | 'states' | 'classes';
const groups: readonly ClassGroup[] = ['bands', 'states', 'classes'];

/** A click on a class: only this one; on the only one: all again. With `add` it joins or leaves what is chosen. */
export function toggleClass(filter: Filter, group: ClassGroup, value: number, add: boolean): Filter {
  const chosen = filter[group];
  if (add) {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    return { ...filter, [group]: next };
  }
  const only = chosen.size === 1 && chosen.has(value);
  const alone =
    only &&
    filter.picks.length + filter.columns.length === 0 &&
    groups.every((g) => g === group || filter[g].size === 0);
  return alone ? noFilter : { ...noFilter, [group]: new Set([value]) };
}

/** A click on a figure or a row that stands for estates: only these; again: all. With `add` it narrows what is chosen. */
export function togglePick(filter: Filter, pick: Pick, add: boolean): Filter {
  const rest = filter.picks.filter((p) => !samePick(p, pick));
  const chosen = rest.length < filter.picks.length;
  if (add) return { ...filter, picks: chosen ? rest : [...rest, pick] };
  const alone = chosen && rest.length + filter.columns.length === 0 && groups.every((g) => filter[g].size === 0);
  return alone ? noFilter : { ...noFilter, picks: [pick] };
}

/** The filter with this test of a column; null takes the column's test away. */
export function withColumn(filter: Filter, key: string, column: ColumnFilter | null): Filter {
  const at = filter.columns.findIndex((c) => c.key === key);
  const columns = [...filter.columns];
  if (column && at >= 0) columns[at] = column;
  else if (column) columns.push(column);
  else if (at >= 0) columns.splice(at, 1);
  return { ...filter, columns };
}

/** The filter without one of its parts: a class, a pick, or the test of a column. */
export function without(filter: Filter, part: FilterPart): Filter {
  if (part.kind === 'pick') return { ...filter, picks: filter.picks.filter((p) => !samePick(p, part.pick)) };
  if (part.kind === 'column') return withColumn(filter, part.column.key, null);
  const next = new Set(filter[part.kind]);
  next.delete(part.value);
  return { ...filter, [part.kind]: next };
}

export type FilterPart =
  | { kind: 'bands'; value: number }
  | { kind: 'states'; value: number }
  | { kind: 'classes'; value: number }
  | { kind: 'pick'; pick: Pick }
  | { kind: 'column'; column: ColumnFilter };

/** The parts of the filter one by one, as the chips name them. */
export function parts(filter: Filter): FilterPart[] {
  return [
    ...[...filter.bands].map((value) => ({ kind: 'bands' as const, value })),
    ...[...filter.states].map((value) => ({ kind: 'states' as const, value })),
    ...[...filter.classes].map((value) => ({ kind: 'classes' as const, value })),
    ...filter.picks.map((pick) => ({ kind: 'pick' as const, pick })),
    ...filter.columns.map((column) => ({ kind: 'column' as const, column })),
  ];
}

/** The filter as it can stand in another round: what named things of one round only is dropped. */
export function carriedTo(filter: Filter, roundId: string): Filter {
  const picks = filter.picks.filter((p) => p.kind !== 'notice' || p.roundId === roundId);
  return picks.length === filter.picks.length ? filter : { ...filter, picks };
}

/**
 * The filter as it can stand in another colouring: classes of a number keep their place, groups keep who they are, and anything
 * else is dropped.
 */
export function recoloured(filter: Filter, before: Colouring | null, now: Colouring | null): Filter {
  if (filter.classes.size === 0) return filter;
  const kept = new Set<number>();
  if (before && now && before.ask.by === now.ask.by && before.ask.method === now.ask.method) {
    for (const place of filter.classes) {
      const group = before.classes[place]?.index ?? -1;
      const at = group >= 0 ? now.classes.findIndex((c) => c.index === group) : place;
      if (place === -1 || (at >= 0 && at < now.classes.length)) kept.add(place === -1 ? -1 : at);
    }
  }
  return { ...filter, classes: kept };
}

/**
 * 1 for each estate that the filter leaves, by position; null without a filter. `values` gives what a column holds; a test whose
 * column is not there leaves nothing.
 */
export function mask(
  filter: Filter,
  district: District,
  estates: Estates,
  view: RoundView,
  colouring: Colouring | null = null,
  figures: readonly Figure[] = view.figures,
  values: (key: string) => Values | null = () => null,
): Uint8Array | null {
  if (!isFiltering(filter)) return null;
  const kept = new Uint8Array(estates.count);
  for (let i = 0; i < kept.length; i++) {
    const inBand = filter.bands.size === 0 || filter.bands.has(view.band[i] ?? 0);
    const inState = filter.states.size === 0 || filter.states.has(view.state[i] ?? 0);
    const inClass = filter.classes.size === 0 || !colouring || filter.classes.has(colouring.class[i] ?? -1);
    if (inBand && inState && inClass) kept[i] = 1;
  }
  for (const pick of filter.picks) {
    const members = membersOf(pick, district, estates, view, figures);
    for (let i = 0; i < kept.length; i++) if (members[i] !== 1) kept[i] = 0;
  }
  for (const { key, test } of filter.columns) {
    const held = values(key);
    const passed = held ? passing(held, test, key === 'name' ? spelling(district) : undefined) : null;
    for (let i = 0; i < kept.length; i++) if (passed?.[i] !== 1) kept[i] = 0;
  }
  return kept;
}

/** How an estate's name is typed without Chinese characters. */
function spelling({ estates }: District): (at: number) => string {
  return (at) => `${estates.pinyin[at] ?? ''} ${estates.initials[at] ?? ''}`;
}

function membersOf(
  pick: Pick,
  district: District,
  estates: Estates,
  view: RoundView,
  figures: readonly Figure[],
): Uint8Array {
  switch (pick.kind) {
    case 'figure':
      return byFid(figures.find((f) => f.key === pick.key)?.fids ?? [], estates);
    case 'changed':
      return byFid(view.changed, estates);
    case 'notice':
      return byFid(view.warnings[pick.index]?.fids ?? [], estates);
    case 'listed':
      return byFid(pick.fids, estates);
    case 'company':
      return Uint8Array.from(view.company, (c) => (c === pick.index ? 1 : 0));
    case 'subdistrict':
      return Uint8Array.from(district.estates.subdistrict, (s) => (s === pick.index ? 1 : 0));
    case 'community':
      return Uint8Array.from(district.estates.community, (c) => (c === pick.index ? 1 : 0));
    case 'unmapped':
      return Uint8Array.from(district.estates.fid, (_, i) => (estates.isDrawn(i) ? 0 : 1));
    default:
      return pick satisfies never;
  }
}

function byFid(fids: readonly number[], estates: Estates): Uint8Array {
  const members = new Uint8Array(estates.count);
  for (const fid of fids) {
    const position = estates.position(fid);
    if (position >= 0) members[position] = 1;
  }
  return members;
}

/** How many estates of each class are drawn under the filter, and how many it leaves that cannot be drawn. */
export interface Counts {
  bands: number[];
  states: number[];
  /** By position in Colouring.classes; the last one is without a value. Empty without a colouring. */
  classes: number[];
  unmapped: number;
  total: number;
}

export function countClasses(
  visible: Uint8Array | null,
  estates: Estates,
  view: RoundView,
  colouring: Colouring | null = null,
): Counts {
  const counts: Counts = {
    bands: new Array(bands.length).fill(0),
    states: new Array(states.length).fill(0),
    classes: colouring ? new Array(colouring.classes.length + 1).fill(0) : [],
    unmapped: 0,
    total: 0,
  };
  for (let i = 0; i < estates.count; i++) {
    if (visible && visible[i] !== 1) continue;
    counts.total++;
    if (!estates.isDrawn(i)) {
      counts.unmapped++;
      continue;
    }
    counts.bands[view.band[i] ?? 0]! += 1;
    counts.states[view.state[i] ?? 0]! += 1;
    if (colouring) {
      const place = colouring.class[i] ?? -1;
      counts.classes[place < 0 ? colouring.classes.length : place]! += 1;
    }
  }
  return counts;
}
