// The classes of the legend, in the order of the arrays that come from Go.

/** RoundView.band: 0 unranked, 1 top, 2–6 the fifths of the middle, 7 bottom. */
export const bands = ['unranked', 'top', 'm1', 'm2', 'm3', 'm4', 'm5', 'bottom'] as const;
export type Band = (typeof bands)[number];

/** RoundView.state. */
export const states = [
  'paid',
  'proposed',
  'withheld_month',
  'withheld_quarter',
  'withheld_year',
  'unfunded',
  'not_enrolled',
  'exited',
] as const;
export type State = (typeof states)[number];

/** RoundView.cause; the first is a result that is not bottom. */
export const causes = ['', 'company', 'territorial', 'undetermined'] as const;
export type Cause = (typeof causes)[number];

export const topBand = bands.indexOf('top');
export const bottomBand = bands.indexOf('bottom');

/** The fill classes as the legend lists them: best first, not scored last. */
export const legendBands: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 0];

/** How a rank is drawn wherever it stands: bottom square, top round, the rest plain. */
export type RankKind = 'top' | 'bottom' | 'plain';

export function rankKind(band: number): RankKind {
  if (band === topBand) return 'top';
  return band === bottomBand ? 'bottom' : 'plain';
}
