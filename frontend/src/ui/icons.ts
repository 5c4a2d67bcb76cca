// The icons that are used, each inlined at build time (lucide-static, ISC).

import arrowDown from 'lucide-static/icons/arrow-down.svg?raw';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw';
import building from 'lucide-static/icons/building-2.svg?raw';
import calendar from 'lucide-static/icons/calendar.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import circleCheck from 'lucide-static/icons/circle-check.svg?raw';
import circleHelp from 'lucide-static/icons/circle-help.svg?raw';
import circleUser from 'lucide-static/icons/circle-user.svg?raw';
import circleX from 'lucide-static/icons/circle-x.svg?raw';
import clipboardCheck from 'lucide-static/icons/clipboard-check.svg?raw';
import columns2 from 'lucide-static/icons/columns-2.svg?raw';
import columns3 from 'lucide-static/icons/columns-3.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import fileInput from 'lucide-static/icons/file-input.svg?raw';
import fileSpreadsheet from 'lucide-static/icons/file-spreadsheet.svg?raw';
import fileText from 'lucide-static/icons/file-text.svg?raw';
import fileWarning from 'lucide-static/icons/file-warning.svg?raw';
import folderInput from 'lucide-static/icons/folder-input.svg?raw';
import folderOpen from 'lucide-static/icons/folder-open.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import layers from 'lucide-static/icons/layers.svg?raw';
import dashboard from 'lucide-static/icons/layout-dashboard.svg?raw';
import filter from 'lucide-static/icons/list-filter.svg?raw';
import listOrdered from 'lucide-static/icons/list-ordered.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import lockOpen from 'lucide-static/icons/lock-open.svg?raw';
import map from 'lucide-static/icons/map.svg?raw';
import mapPin from 'lucide-static/icons/map-pin.svg?raw';
import mapPinOff from 'lucide-static/icons/map-pin-off.svg?raw';
import maximize from 'lucide-static/icons/maximize.svg?raw';
import merge from 'lucide-static/icons/merge.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import pointer from 'lucide-static/icons/mouse-pointer-click.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import presentation from 'lucide-static/icons/presentation.svg?raw';
import projector from 'lucide-static/icons/projector.svg?raw';
import redo from 'lucide-static/icons/redo-2.svg?raw';
import ruler from 'lucide-static/icons/ruler.svg?raw';
import scan from 'lucide-static/icons/scan.svg?raw';
import scrollText from 'lucide-static/icons/scroll-text.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import searchX from 'lucide-static/icons/search-x.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import skipBack from 'lucide-static/icons/skip-back.svg?raw';
import skipForward from 'lucide-static/icons/skip-forward.svg?raw';
import sliders from 'lucide-static/icons/sliders-horizontal.svg?raw';
import sparkles from 'lucide-static/icons/sparkles.svg?raw';
import split from 'lucide-static/icons/split.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import areaTool from 'lucide-static/icons/vector-square.svg?raw';
import waypoints from 'lucide-static/icons/waypoints.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';

const files = {
  arrowDown,
  arrowUp,
  arrowLeft,
  arrowRight,
  ruler,
  areaTool,
  building,
  check,
  chevronDown,
  chevronRight,
  chevronUp,
  circleAlert,
  circleCheck,
  circleHelp,
  circleX,
  clipboardCheck,
  mapPin,
  sliders,
  copy,
  dashboard,
  fileInput,
  fileSpreadsheet,
  fileWarning,
  filter,
  folderInput,
  folderOpen,
  keyboard,
  listOrdered,
  lock,
  map,
  mapPinOff,
  maximize,
  minus,
  moon,
  pause,
  play,
  download,
  presentation,
  layers,
  columns2,
  columns3,
  trash,
  plus,
  pointer,
  projector,
  scan,
  search,
  searchX,
  skipBack,
  skipForward,
  sparkles,
  sun,
  triangleAlert,
  undo,
  redo,
  calendar,
  circleUser,
  fileText,
  history,
  lockOpen,
  pencil,
  scrollText,
  settings,
  split,
  merge,
  waypoints,
  x,
};

export type IconName = keyof typeof files;

/** The shapes of an icon without its svg element. */
export function shapes(name: IconName): string {
  return /<svg[^>]*>([\s\S]*)<\/svg>/.exec(files[name])?.[1] ?? '';
}
