// Where the guided tour goes, in this order.

import type { Key } from '../../i18n/index.svelte';

export interface TourStep {
  /** Part of the window, by a name that the part carries as data-tour. */
  at: string;
  title: Key;
  text: Key;
  side: 'top' | 'right' | 'bottom' | 'left';
}

export const steps: readonly TourStep[] = [
  { at: 'map', title: 'tour.map', text: 'tour.map.text', side: 'left' },
  { at: 'legend', title: 'tour.legend', text: 'tour.legend.text', side: 'right' },
  { at: 'figures', title: 'tour.figures', text: 'tour.figures.text', side: 'bottom' },
  { at: 'search', title: 'tour.search', text: 'tour.search.text', side: 'bottom' },
  { at: 'timeline', title: 'tour.timeline', text: 'tour.timeline.text', side: 'top' },
  { at: 'drawer', title: 'tour.drawer', text: 'tour.drawer.text', side: 'top' },
  { at: 'card', title: 'tour.card', text: 'tour.card.text', side: 'left' },
  { at: 'meeting', title: 'tour.meeting', text: 'tour.meeting.text', side: 'bottom' },
];
