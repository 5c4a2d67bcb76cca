// The walk of a meeting: steps of the agenda as pages on the wall, and the items that they belong to.

import type { Agenda, AgendaStep } from '../api/types';

/** One screenful: a step, or a part of its table. */
export interface MeetingPage {
  step: AgendaStep;
  /** Rows of the table from … to, the last one excluded; 0, 0 without a table. */
  from: number;
  to: number;
  /** Of how many parts of the step, from 1. */
  part: number;
  parts: number;
}

/** What is listed at the foot: the steps of one key. */
export interface AgendaItem {
  key: string;
  /** Positions of its first page and of the one after its last. */
  from: number;
  to: number;
}

/** How many rows of a table stand on a page, without figures above it and with them. */
export interface Room {
  plain: number;
  withFigures: number;
}

export function pagesOf(agenda: Agenda, room: Room): MeetingPage[] {
  return agenda.steps.flatMap((step) => {
    const rows = step.table?.rows.length ?? 0;
    if (step.fid !== 0 || rows === 0) return [{ step, from: 0, to: 0, part: 1, parts: 1 }];
    const first = Math.max(1, step.figures.length > 0 ? room.withFigures : room.plain);
    const rest = Math.max(1, room.plain);
    const parts = 1 + Math.ceil(Math.max(0, rows - first) / rest);
    return Array.from({ length: parts }, (_, i) => ({
      step,
      from: i === 0 ? 0 : first + (i - 1) * rest,
      to: Math.min(rows, first + i * rest),
      part: i + 1,
      parts,
    }));
  });
}

export function itemsOf(pages: readonly MeetingPage[]): AgendaItem[] {
  const items: AgendaItem[] = [];
  pages.forEach(({ step }, at) => {
    const last = items[items.length - 1];
    if (last?.key === step.key) last.to = at + 1;
    else items.push({ key: step.key, from: at, to: at + 1 });
  });
  return items;
}

/** The estates that a page lights: those of its rows, else those of its step; none for the whole district. */
export function litBy(page: MeetingPage): readonly number[] {
  if (page.parts === 1) return page.step.fids;
  const rows = page.step.table?.rows.slice(page.from, page.to) ?? [];
  const named = rows.map((row) => row.fid).filter((fid) => fid !== 0);
  return named.length > 0 ? [...new Set(named)] : page.step.fids;
}
