// What a key does, wherever it is pressed. The table of shortcuts on the help page reads the same list.

export type Action =
  | 'search'
  | 'earlier'
  | 'later'
  | 'first'
  | 'last'
  | 'play'
  | 'legend'
  | 'drawer'
  | 'fit'
  | 'zoom-selected'
  | 'proxies'
  | 'compare'
  | 'several'
  | 'measure'
  | 'back'
  | 'forward'
  | 'basemaps'
  | 'undo'
  | 'redo'
  | 'export'
  | 'meeting'
  | 'help'
  | 'keys'
  | 'escape'
  | 'next-region'
  | 'previous-region';

export interface Press {
  key: string;
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
}

/** Where the focus is: in a field nothing but Esc, Ctrl K and F6 acts; some parts keep keys for themselves. */
export type Focus = 'page' | 'field' | 'map' | 'button' | 'grid';

export function action(press: Press, focus: Focus): Action | null {
  const { key, ctrl, alt, shift } = press;
  if (ctrl && !alt && key.toLowerCase() === 'k') return 'search';
  if (ctrl && !alt && key.toLowerCase() === 'e') return 'export';
  if (key === 'F1') return 'help';
  if (key === 'F11') return 'meeting';
  if (key === 'F6') return shift ? 'previous-region' : 'next-region';
  if (key === 'Escape') return 'escape';
  if (focus !== 'field' && ctrl && !alt && key.toLowerCase() === 'z') return shift ? 'redo' : 'undo';
  if (focus !== 'field' && ctrl && !alt && key.toLowerCase() === 'y') return 'redo';
  if (focus === 'field' || ctrl) return null;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const acts = alt || (focus !== 'map' && focus !== 'grid');
    return acts ? (key === 'ArrowLeft' ? 'earlier' : 'later') : null;
  }
  if (alt) return null;
  if (key === 'Home' && focus === 'page') return 'first';
  if (key === 'End' && focus === 'page') return 'last';
  // Space presses a button that has the focus.
  if (key === ' ') return focus === 'page' || focus === 'map' ? 'play' : null;
  return letters[key.toLowerCase()] ?? null;
}

const letters: Record<string, Action | undefined> = {
  l: 'legend',
  t: 'drawer',
  f: 'fit',
  z: 'zoom-selected',
  p: 'proxies',
  c: 'compare',
  s: 'several',
  m: 'measure',
  b: 'basemaps',
  '[': 'back',
  ']': 'forward',
  '?': 'keys',
};

/** The shortcuts as the help lists them. */
export const shortcuts: readonly { keys: readonly string[]; action: Action }[] = [
  { keys: ['Ctrl', 'K'], action: 'search' },
  { keys: ['←'], action: 'earlier' },
  { keys: ['→'], action: 'later' },
  { keys: ['Space'], action: 'play' },
  { keys: ['L'], action: 'legend' },
  { keys: ['T'], action: 'drawer' },
  { keys: ['F'], action: 'fit' },
  { keys: ['Z'], action: 'zoom-selected' },
  { keys: ['['], action: 'back' },
  { keys: [']'], action: 'forward' },
  { keys: ['M'], action: 'measure' },
  { keys: ['B'], action: 'basemaps' },
  { keys: ['P'], action: 'proxies' },
  { keys: ['C'], action: 'compare' },
  { keys: ['S'], action: 'several' },
  { keys: ['Ctrl', 'Z'], action: 'undo' },
  { keys: ['Ctrl', 'Y'], action: 'redo' },
  { keys: ['Ctrl', 'E'], action: 'export' },
  { keys: ['F11'], action: 'meeting' },
  { keys: ['F1'], action: 'help' },
  { keys: ['F6'], action: 'next-region' },
  { keys: ['Esc'], action: 'escape' },
  { keys: ['?'], action: 'keys' },
];

/** What kind of place the focus is in. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select, [contenteditable="true"]')) return 'field';
  if (target.closest('[role="application"]')) return 'map';
  if (target.closest('[role="grid"], [role="tablist"], [role="radiogroup"]')) return 'grid';
  if (target.closest('button, a[href], [role="checkbox"], [role="switch"], [role="menuitem"]')) return 'button';
  return 'page';
}
