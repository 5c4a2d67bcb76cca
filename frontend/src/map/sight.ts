// What is to be shown, and from where it is seen: turns places on the ground into px and back.

import type { Lang, ProxyView, RoundView } from '../api/types';
import type { HotspotPicture } from '../model/hotspotPicture';
import type { Candidate } from '../model/proxyPicture';
import type { Box } from './field';
import type { Fills, Ground } from './fills';
import type { Palette } from './palette';
import type { Places } from './places';
import { isSymbol } from './style';

/** Where the map is: Web Mercator at the middle of the canvas, px are CSS px. */
export interface Frame {
  center: readonly [number, number];
  resolution: number;
  width: number;
  height: number;
  pixelRatio: number;
  /** Level of the tiles on screen. */
  z: number;
  /** Dragged or animated: what stands still is not placed anew. */
  moving: boolean;
}

/** px that floating panels cover. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface Scene {
  places: Places;
  palette: Palette;
  view: RoundView | null;
  fills: Fills;
  /** 1 for each estate that the filter leaves, by position; null without a filter. */
  visible: Uint8Array | null;
  selected: number | null;
  hovered: number | null;
  proxies: ProxyView | null;
  /** What the selected scattered estate has or could have as its host; empty away from the proxy desk. */
  candidates: readonly Candidate[];
  /** What lies over the classes at the rectification desk; null away from it. */
  hotspots: HotspotPicture | null;
  lang: Lang;
  padding: Padding;
  subdistricts: readonly string[];
}

export type Extent4 = [number, number, number, number];

export class Sight {
  readonly scene: Scene;
  readonly frame: Frame;
  /** CSS px of a metre on the ground. */
  readonly pxPerM: number;

  constructor(scene: Scene, frame: Frame) {
    this.scene = scene;
    this.frame = frame;
    this.pxPerM = 1 / (frame.resolution * scene.places.metres);
  }

  /** px of a place in Web Mercator. */
  px(x: number, y: number): [number, number] {
    const { center, resolution, width, height } = this.frame;
    return [(x - center[0]) / resolution + width / 2, (center[1] - y) / resolution + height / 2];
  }

  /** px of an estate's middle. */
  pxOf(at: number): [number, number] {
    return this.px(this.scene.places.x[at]!, this.scene.places.y[at]!);
  }

  /** The place in Web Mercator under a px. */
  ground(px: number, py: number): [number, number] {
    const { center, resolution, width, height } = this.frame;
    return [center[0] + (px - width / 2) * resolution, center[1] - (py - height / 2) * resolution];
  }

  inFilter(at: number): boolean {
    const { visible } = this.scene;
    return !visible || visible[at] === 1;
  }

  /** Whether an estate of the map is drawn as a symbol. */
  isSmall(at: number): boolean {
    return isSymbol(this.scene.places.area[at]!, this.pxPerM);
  }

  band(at: number): number {
    return this.scene.view?.band[at] ?? 0;
  }

  state(at: number): number {
    return this.scene.view?.state[at] ?? 0;
  }

  /** What an estate is filled with. */
  fill(at: number): Ground {
    const { grounds, of } = this.scene.fills;
    return grounds[of[at] ?? 0]!;
  }

  /** Whether a px is on the map or not farther from it than beyond times its size. */
  isNear(x: number, y: number, beyond = 0): boolean {
    const { width, height } = this.frame;
    return x >= -width * beyond && y >= -height * beyond && x <= width * (1 + beyond) && y <= height * (1 + beyond);
  }

  /** The part of the map that no panel covers. */
  free(): Box {
    const inset = 4;
    const { frame, scene } = this;
    const [left, upper] = [Math.max(inset, scene.padding.left), Math.max(inset, scene.padding.top)];
    return {
      x: left,
      y: upper,
      w: Math.max(0, frame.width - left - Math.max(inset, scene.padding.right)),
      h: Math.max(0, frame.height - upper - Math.max(inset, scene.padding.bottom)),
    };
  }

  /** Web Mercator of a box of px: west, south, east, north. */
  extent(box: Box): Extent4 {
    const [west, north] = this.ground(box.x, box.y);
    const [east, south] = this.ground(box.x + box.w, box.y + box.h);
    return [west, south, east, north];
  }

  /** Web Mercator of the whole map. */
  get all(): Extent4 {
    return this.extent({ x: 0, y: 0, w: this.frame.width, h: this.frame.height });
  }
}
