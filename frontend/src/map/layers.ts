// The layers of OpenLayers: backdrop and estates from the same vector tiles. Colours change without a request: the estates'
// style is looked up by feature id in the arrays of the round.

import MVT from 'ol/format/MVT';
import VectorTileLayer from 'ol/layer/VectorTile';
import type RenderFeature from 'ol/render/Feature';
import VectorTileSource from 'ol/source/VectorTile';
import Fill from 'ol/style/Fill';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import { createXYZ } from 'ol/tilegrid';
import type { Fills, Ground } from './fills';
import { faded, type Palette } from './palette';
import { makePattern } from './patterns';
import type { Places } from './places';
import { type Hatch, isBand, isSymbol, look, lookKey, outOfFilter, roadWidth, State, zoomClass } from './style';

/** Twice the usual: a quarter of the requests. */
export const tileSize = 512;
/** The finest tiles; closer up they are enlarged, to 15 cm a px. */
const finest = 16;
/** px around a tile that its shapes reach, for the widest outline. */
const renderBuffer = 8;

export function makeSource(url: string): VectorTileSource {
  return new VectorTileSource({
    url,
    format: new MVT(),
    tileGrid: createXYZ({ tileSize, maxZoom: finest }),
    wrapX: false,
    transition: 0,
    zDirection: levelFor,
  });
}

/**
 * Which tiles are drawn between two levels (value is the view's resolution, coarser that of the level above). A tile's image is
 * drawn at one or two px a px of the screen, whichever is nearer; from half way on the coarser level has two and is sharp,
 * before that only the finer one is.
 */
export function levelFor(value: number, coarser: number): number {
  return coarser / value >= 1.5 ? 1 : -1;
}

/** What the layers look up when they draw. */
export interface Classes {
  fills: Fills;
  band: readonly number[];
  state: readonly number[];
  visible: Uint8Array | null;
}

export class EstateLayer {
  readonly layer: VectorTileLayer;
  readonly #styles = new Map<number, Style[]>();
  #palette: Palette | null = null;
  #places: Places | null = null;
  #classes: Classes | null = null;

  constructor() {
    this.layer = new VectorTileLayer({
      renderMode: 'hybrid',
      renderBuffer,
      style: (feature, resolution) => this.#style(feature as RenderFeature, resolution),
    });
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#styles.clear();
    this.layer.changed();
  }

  setPlaces(places: Places): void {
    this.#places = places;
  }

  setClasses(classes: Classes): void {
    // Grounds are numbered anew with each colouring.
    if (classes.fills.grounds !== this.#classes?.fills.grounds) this.#styles.clear();
    this.#classes = classes;
    this.layer.changed();
  }

  #style(feature: RenderFeature, resolution: number): Style[] | undefined {
    const places = this.#places;
    const palette = this.#palette;
    const classes = this.#classes;
    if (!places || !palette || !classes || feature.get('layer') !== 'estates') return undefined;
    const at = places.position(Number(feature.getId()));
    if (at < 0) return undefined;
    const pxPerM = 1 / (resolution * places.metres);
    if (isSymbol(places.area[at]!, pxPerM)) return undefined;
    const { fills, band, state, visible } = classes;
    const zoom = zoomClass(pxPerM);
    const inFilter = !visible || visible[at] === 1;
    const ground = fills.of[at] ?? 0;
    const over = isBand(band[at] ?? 0);
    const key = lookKey(ground, state[at] ?? 0, zoom, over, inFilter);
    let style = this.#styles.get(key);
    if (!style) {
      style = makeStyle(fills.grounds[ground]!, state[at] ?? 0, zoom, over, inFilter, palette);
      this.#styles.set(key, style);
    }
    return style;
  }
}

function makeStyle(
  ground: Ground,
  state: number,
  zoom: ReturnType<typeof zoomClass>,
  over: boolean,
  inFilter: boolean,
  palette: Palette,
): Style[] {
  const { fill, hatches, outline } = look(ground, state, zoom, palette);
  const opacity = inFilter ? 1 : outOfFilter;
  const zIndex = (over ? 2 : 0) + (state === State.paid ? 0 : 1);
  const stroke = new Stroke({
    color: faded(outline.color, outline.opacity * opacity),
    width: outline.width,
    lineDash: [...outline.dash],
    lineJoin: 'round',
    lineCap: 'butt',
  });
  const plain = new Fill({ color: faded(fill, opacity) });
  const patterns = inFilter ? hatches.flatMap((hatch) => patternFill(hatch)) : [];
  if (patterns.length === 0) return [new Style({ fill: plain, stroke, zIndex })];
  return [
    new Style({ fill: plain, zIndex }),
    ...patterns.map((pattern, i) =>
      i < patterns.length - 1 ? new Style({ fill: pattern, zIndex }) : new Style({ fill: pattern, stroke, zIndex }),
    ),
  ];
}

function patternFill(hatch: Hatch): Fill[] {
  const pattern = makePattern(hatch, window.devicePixelRatio);
  return pattern ? [new Fill({ color: pattern })] : [];
}

export class BackdropLayer {
  readonly layer: VectorTileLayer;
  #palette: Palette | null = null;
  #metres = 1;
  /** Over a base map only boundaries are drawn. */
  #overBase = false;
  readonly #styles = new Map<string, Style | Style[] | undefined>();

  constructor() {
    this.layer = new VectorTileLayer({
      renderMode: 'hybrid',
      renderBuffer: 24,
      style: (feature, resolution) => this.#style(feature as RenderFeature, resolution),
    });
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#styles.clear();
    this.layer.changed();
  }

  setOverBase(overBase: boolean): void {
    if (overBase === this.#overBase) return;
    this.#overBase = overBase;
    this.layer.changed();
  }

  /** Metres on the ground of one unit of the map. */
  setMetres(metres: number): void {
    this.#metres = metres;
    this.#styles.clear();
  }

  #style(feature: RenderFeature, resolution: number): Style | Style[] | undefined {
    const layer = feature.get('layer') as string;
    if (!this.#palette || layer === 'estates' || (this.#overBase && layer !== 'subdistricts')) return undefined;
    const kind = String(feature.get('class') ?? '');
    const isLine = feature.getType().endsWith('LineString');
    const key = `${layer} ${kind} ${isLine} ${resolution}`;
    if (!this.#styles.has(key)) {
      this.#styles.set(key, backdropStyle(layer, kind, isLine, 1 / (resolution * this.#metres), this.#palette));
    }
    const style = this.#styles.get(key);
    // The first of a subdistrict's styles is its ground.
    return this.#overBase && Array.isArray(style) ? style.slice(1) : style;
  }
}

/** Metres; of water that is given as a line. */
const streamWidth = 14;

/** From below: ground of the subdistricts, parks, streets, railways, water, boundaries. */
function backdropStyle(
  layer: string,
  kind: string,
  isLine: boolean,
  pxPerM: number,
  palette: Palette,
): Style | Style[] | undefined {
  if (layer === 'subdistricts') {
    const line = new Stroke({
      color: faded(palette.boundary, 0.7),
      width: pxPerM > 0.3 ? 1.5 : 1.1,
      lineDash: [7, 4, 1.5, 4],
      lineCap: 'butt',
    });
    return [new Style({ fill: new Fill({ color: palette.block }), zIndex: 0 }), new Style({ stroke: line, zIndex: 5 })];
  }
  if (layer === 'water') {
    if (kind === 'park') return new Style({ fill: new Fill({ color: palette.park }), zIndex: 1 });
    if (!isLine) return new Style({ fill: new Fill({ color: palette.water }), zIndex: 4 });
    return new Style({
      stroke: new Stroke({ color: palette.water, width: Math.max(1.5, streamWidth * pxPerM), lineCap: 'round' }),
      zIndex: 4,
    });
  }
  if (kind === 'rail') {
    const wide = pxPerM > 0.3;
    return [
      new Style({ stroke: new Stroke({ color: palette.rail, width: wide ? 3 : 2, lineCap: 'butt' }), zIndex: 3 }),
      new Style({
        stroke: new Stroke({ color: palette.land, width: wide ? 1.6 : 1, lineDash: [8, 8], lineCap: 'butt' }),
        zIndex: 3,
      }),
    ];
  }
  const width = roadWidth(kind, pxPerM);
  if (width === 0) return undefined;
  return new Style({
    stroke: new Stroke({ color: palette.land, width, lineCap: 'round', lineJoin: 'round' }),
    zIndex: 2,
  });
}
