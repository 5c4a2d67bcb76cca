// The map of OpenLayers and what moves on it. MapStage.svelte hands it what is to be shown and hears what happens.

import type { Tile } from 'ol';
import { defaults as interactions } from 'ol/interaction/defaults';
import type BaseLayer from 'ol/layer/Base';
import OlMap from 'ol/Map';
import type MapBrowserEvent from 'ol/MapBrowserEvent';
import { fromLonLat, toLonLat } from 'ol/proj';
import type RenderEvent from 'ol/render/Event';
import type VectorTileSource from 'ol/source/VectorTile';
import type VectorTile from 'ol/VectorTile';
import View from 'ol/View';
import type { BaseMap, Colouring, District, Lang, ProxyView, RoundView } from '../api/types';
import type { Drawing, Drawn } from '../model/drawing';
import type { ProxyPicture } from '../model/proxyPicture';
import { makeBaseLayer } from './base';
import { BoundaryEditor } from './editing';
import { type Fills, fillsOf } from './fills';
import type { EdgeBadge } from './labels';
import { BackdropLayer, EstateLayer, makeSource } from './layers';
import { Overlay } from './overlay';
import { type Palette, readPalette, type Theme } from './palette';
import { pictureFills, withoutRanks } from './picture';
import { Journey, type Place } from './place';
import { type Places, placesOf } from './places';
import { mercator } from './scale';
import { type Frame, type Padding, type Scene, Sight } from './sight';
import { isBand } from './style';
import { symbolSize } from './symbols';
import { TileIndex, type TileShape } from './tiles';

/** What is told when the map moved or the pointer did. */
export interface Listener {
  onselect(fid: number | null): void;
  /** A click while measuring; false: the map selects as ever. */
  onpoint(lon: number, lat: number): boolean;
  /** A double click; true: it is taken, the map does not zoom. */
  ondouble(): boolean;
  onhover(fid: number | null): void;
  onmoved(fidsInView: number[]): void;
  onplace(place: Place): void;
  oncanmove(can: { back: boolean; forward: boolean }): void;
  /** After each frame. */
  onframe(metresPerPx: number, edges: readonly EdgeBadge[]): void;
  /** Longitude, latitude in degrees and px on the map under the pointer; null when it left. */
  onpointer(at: { lon: number; lat: number; x: number; y: number } | null): void;
  /** After each step of a drawing. */
  ondrawn(drawn: Drawn): void;
  /** Whether something is still to be loaded or drawn. */
  onbusy(busy: boolean): void;
}

/** Another round left of a part (0–1) of the map's width. */
export interface Comparison {
  view: RoundView;
  colouring: Colouring | null;
  at: number;
}

/** px around a symbol in which a click still means it. */
const reach = 3;
/** px per metre at which an estate that is flown to shows its shape and its surroundings. */
const closeEnough = 0.35;
/** Screens of distance beyond which a flight shows nothing but haste. */
const farthestFlight = 3;
const zoomTime = 200;
/** px around what is framed. */
const frameRoom = 24;
/** A district of one estate does not fill the map with it. */
const closestFit = 17;

export class MapView {
  readonly #map: OlMap;
  readonly #view: View;
  readonly #listener: Listener;
  readonly #element: HTMLElement;
  readonly #backdrop = new BackdropLayer();
  readonly #estates = new EstateLayer();
  /** The other round of a comparison, left of the divider. */
  readonly #besides = new EstateLayer();
  readonly #tiles = new TileIndex();
  readonly #overlay: Overlay;
  readonly #besidesOverlay: Overlay;
  #compare: Comparison | null = null;
  #base: { map: BaseMap; layer: BaseLayer } | null = null;
  #source: VectorTileSource | null = null;
  #tileUrl = '';
  #scene: Scene;
  #frame: Frame | null = null;
  #fading: HTMLCanvasElement | null = null;
  #colouring: Colouring | null = null;
  /** The round as it was given; the scene has it without ranks at the proxy desk. */
  #round: RoundView | null = null;
  #picture: ProxyPicture | null = null;
  #besidesVisible: Uint8Array | null = null;
  #district: District | null = null;
  #pointed: number | null = null;
  #fitted = false;
  /** A boundary that is being drawn or edited. */
  editor: BoundaryEditor | null = null;
  readonly #journey = new Journey();
  /** Where the map begins, until it has begun. */
  #start: Place | null;

  constructor(
    element: HTMLElement,
    district: District,
    tileUrl: string,
    theme: Theme,
    padding: Padding,
    place: Place | null,
    listener: Listener,
  ) {
    this.#element = element;
    this.#start = place;
    this.#listener = listener;
    const palette = readPalette(element, theme);
    this.#scene = {
      places: placesOf(district),
      palette,
      view: null,
      fills: fillsOf(null, null, palette),
      visible: null,
      selected: null,
      hovered: null,
      proxies: null,
      candidates: [],
      lang: 'zh',
      padding,
      subdistricts: district.subdistricts,
    };
    this.#overlay = new Overlay(this.#scene, this.#tiles);
    this.#besidesOverlay = new Overlay(this.#scene, this.#tiles);
    this.#besides.layer.setVisible(false);
    this.#view = new View({
      center: [0, 0],
      resolution: 100,
      minZoom: 5,
      maxZoom: 20,
      enableRotation: false,
      padding: sides(padding),
    });
    this.#map = new OlMap({
      target: element,
      view: this.#view,
      controls: [],
      interactions: interactions({
        altShiftDragRotate: false,
        pinchRotate: false,
        keyboard: false,
        zoomDuration: zoomTime,
      }),
      layers: [this.#backdrop.layer, this.#besides.layer, this.#estates.layer],
      moveTolerance: 3,
    });
    this.#besides.layer.on('prerender', (event) => this.#clip(event, 'left'));
    this.#besides.layer.on('postrender', (event) => this.#unclip(event));
    this.#estates.layer.on('prerender', (event) => this.#clip(event, 'right'));
    this.#estates.layer.on('postrender', (event) => {
      this.#unclip(event);
      this.#paint(event);
    });
    this.#map.on('movestart', () => this.#endFade());
    this.#map.on('moveend', () => this.#moved());
    this.#map.on('pointermove', (event) => this.#pointerMoved(event));
    this.#map.on('click', (event) => this.#clicked(event));
    // What returns false does not reach the interactions.
    this.#map.on('dblclick', () => !listener.ondouble());
    this.#map.on('loadstart', () => listener.onbusy(true));
    this.#map.on('rendercomplete', () => listener.onbusy(false));
    this.#map.on('change:size', () => this.#firstFit());
    element.addEventListener('pointerleave', () => this.#pointerLeft());
    this.setTheme(theme);
    this.#enter(district, this.#scene.places, tileUrl);
  }

  dispose(): void {
    this.#map.setTarget(undefined);
    this.#map.dispose();
  }

  setDistrict(district: District, tileUrl: string): void {
    if (district !== this.#district) this.#enter(district, placesOf(district), tileUrl);
  }

  /** Takes a district; where the map had one already it stays where it is, and with the same tiles nothing is loaded anew. */
  #enter(district: District, places: Places, tileUrl: string): void {
    const first = !this.#district || this.#district.extent.length === 0;
    this.#district = district;
    if (first) {
      this.#journey.clear();
      this.#fitted = false;
    }
    this.#colouring = null;
    this.#round = null;
    this.#picture = null;
    this.#show({
      places,
      view: null,
      candidates: [],
      fills: fillsOf(null, null, this.#scene.palette),
      subdistricts: district.subdistricts,
    });
    this.#estates.setPlaces(places);
    this.#besides.setPlaces(places);
    this.#backdrop.setMetres(places.metres);
    if (tileUrl !== this.#tileUrl) this.#load(tileUrl);
    this.#firstFit();
  }

  #load(tileUrl: string): void {
    this.#tileUrl = tileUrl;
    this.#tiles.clear();
    const source = makeSource(tileUrl);
    source.on('tileloadend', ({ tile }: { tile: Tile }) => {
      const [z, x, y] = tile.getTileCoord() as [number, number, number];
      const extent = source.getTileGrid()!.getTileCoordExtent([z, x, y]);
      this.#tiles.add(z, x, y, extent, ((tile as VectorTile<never>).getFeatures() ?? []) as unknown as TileShape[]);
      this.#overlay.invalidate();
      this.#besidesOverlay.invalidate();
    });
    this.#source = source;
    this.#backdrop.layer.setSource(source);
    this.#estates.layer.setSource(source);
    this.#besides.layer.setSource(source);
  }

  setRound(view: RoundView | null, colouring: Colouring | null, visible: Uint8Array | null): void {
    const before = this.#round;
    if (view === before && visible === this.#scene.visible && colouring === this.#colouring) return;
    this.#listener.onbusy(true);
    this.#colouring = colouring;
    this.#round = view;
    this.#show({ visible, ...this.#dress() });
    this.#classify();
    if (visible !== this.#besidesVisible) this.#classifyBesides();
    this.#besidesVisible = visible;
    if (view && before && view.roundId !== before.roundId && !this.#picture) {
      this.#fade();
      const { places } = this.#scene;
      const changed = view.changed.map((fid) => places.position(fid)).filter((at) => at >= 0);
      this.#overlay.pulse(changed, performance.now());
    }
  }

  /** Lets the map as it is now fade away over what comes, in a copy that costs no frames of the map. */
  #fade(): void {
    const { fadeTime } = this.#scene.palette;
    this.#endFade();
    const canvas = this.#element.querySelector<HTMLCanvasElement>('.ol-layer canvas');
    if (fadeTime === 0 || !canvas || !this.#frame) return;
    const copy = document.createElement('canvas');
    copy.width = canvas.width;
    copy.height = canvas.height;
    copy.getContext('2d')?.drawImage(canvas, 0, 0);
    copy.className = 'fade';
    this.#element.append(copy);
    this.#fading = copy;
    copy.animate([{ opacity: 1 }, { opacity: 0 }], { duration: fadeTime, easing: 'ease-out' }).onfinish = () =>
      copy.remove();
  }

  #endFade(): void {
    this.#fading?.remove();
    this.#fading = null;
  }

  #classify(): void {
    const { view, fills, visible } = this.#scene;
    this.#estates.setClasses({ fills, band: view?.band ?? [], state: view?.state ?? [], visible });
  }

  /** Lays a base map under the district; null takes it away. */
  setBaseMap(base: BaseMap | null): void {
    if (this.#base) this.#map.removeLayer(this.#base.layer);
    const layer = base && makeBaseLayer(base, this.#scene.palette);
    this.#base = layer && { map: base, layer };
    if (layer) this.#map.addLayer(layer);
    this.#backdrop.setOverBase(layer !== null);
  }

  /** Shows another round left of a part (0–1) of the width; the filter is one for both. */
  setCompare(compare: Comparison | null): void {
    const before = this.#compare;
    this.#compare = compare;
    this.#besides.layer.setVisible(compare !== null);
    if (compare && (compare.view !== before?.view || compare.colouring !== before.colouring)) this.#classifyBesides();
    this.#map.render();
  }

  #classifyBesides(): void {
    if (!this.#compare) return;
    const scene = this.#besidesScene(this.#compare);
    const { view, fills, visible } = scene;
    this.#listener.onbusy(true);
    this.#besides.setClasses({ fills, band: view?.band ?? [], state: view?.state ?? [], visible });
    this.#besidesOverlay.update(scene);
  }

  #besidesFills: { view: RoundView; colouring: Colouring | null; palette: Palette; fills: Fills } | null = null;

  #besidesScene({ view, colouring }: Comparison): Scene {
    const { palette } = this.#scene;
    const kept = this.#besidesFills;
    const same = kept?.view === view && kept.colouring === colouring && kept.palette === palette;
    const fills = same ? kept.fills : fillsOf(view, colouring, palette);
    this.#besidesFills = { view, colouring, palette, fills };
    return { ...this.#scene, view, fills };
  }

  setTheme(theme: Theme): void {
    const palette = readPalette(this.#element, theme);
    this.#backdrop.setPalette(palette);
    this.#estates.setPalette(palette);
    this.#besides.setPalette(palette);
    // Vector tiles are drawn in the theme's colours.
    if (this.#base) this.setBaseMap(this.#base.map);
    this.editor?.setPalette(palette);
    this.#show({ palette });
    this.#show(this.#dress());
    this.#classify();
    this.#classifyBesides();
  }

  setMarks(selected: number | null, hovered: number | null): void {
    const other = selected !== this.#scene.selected;
    this.#show({ selected, hovered });
    if (other && this.#picture) this.#redress();
  }

  /** Shows who hosts and who is served instead of ranks and states; null goes back to these. */
  setPicture(picture: ProxyPicture | null): void {
    if (picture === this.#picture) return;
    this.#picture = picture;
    this.#redress();
  }

  #redress(): void {
    this.#listener.onbusy(true);
    this.#show(this.#dress());
    this.#classify();
  }

  /** Round and fills as the desk shows them. */
  #dress(): Pick<Scene, 'view' | 'fills' | 'candidates'> {
    const { places, palette, selected } = this.#scene;
    const view = this.#round;
    const picture = this.#picture;
    if (!picture) return { view, fills: fillsOf(view, this.#colouring, palette), candidates: [] };
    const fills = pictureFills(picture, places, selected, palette);
    return { view: view && withoutRanks(view), fills, candidates: picture.candidates };
  }

  /** Starts to draw or edit a boundary; null puts it away. */
  setDrawing(drawing: Drawing | null): void {
    this.editor?.dispose();
    this.editor = drawing && new BoundaryEditor(this.#map, drawing, this.#scene.palette, this.#listener.ondrawn);
  }

  setProxies(proxies: ProxyView | null): void {
    this.#show({ proxies });
  }

  setLang(lang: Lang): void {
    this.#show({ lang });
  }

  setPadding(padding: Padding): void {
    this.#view.padding = sides(padding);
    this.#show({ padding });
  }

  get palette(): Palette {
    return this.#scene.palette;
  }

  #show(part: Partial<Scene>): void {
    this.#scene = { ...this.#scene, ...part };
    this.#overlay.update(this.#scene);
    if (this.#compare) this.#besidesOverlay.update(this.#besidesScene(this.#compare));
    this.#map.render();
  }

  fit(duration = this.#scene.palette.flyTime): void {
    const { extent } = this.#scene.places;
    if (extent) this.#view.fit(extent, { maxZoom: closestFit, duration: Math.min(duration, 400) });
  }

  #firstFit(): void {
    if (this.#fitted || !this.#map.getSize()?.every((side) => side > 0)) return;
    this.#fitted = true;
    if (this.#start) this.#go(this.#start);
    else this.fit(0);
    this.#start = null;
  }

  #go({ lon, lat, zoom }: Place): void {
    this.#view.cancelAnimations();
    this.#view.setCenter(fromLonLat([lon, lat]));
    this.#view.setZoom(zoom);
  }

  /** To the view before. */
  back(): void {
    const place = this.#journey.back();
    if (place) this.#go(place);
  }

  forward(): void {
    const place = this.#journey.forward();
    if (place) this.#go(place);
  }

  /** West, south, east, north in degrees of what no panel covers. */
  extent(): [number, number, number, number] | null {
    const sight = this.#sight;
    if (!sight) return null;
    const [west, south, east, north] = sight.extent(sight.free());
    return [...toLonLat([west, south]), ...toLonLat([east, north])] as [number, number, number, number];
  }

  /** Moves so that all of these estates are seen, no closer than so many px per metre. */
  frame(fids: readonly number[], closest = closeEnough): void {
    const { places, palette } = this.#scene;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const fid of fids) {
      const at = places.position(fid);
      if (at < 0 || !places.isDrawn(at)) continue;
      const half = Math.sqrt(places.area[at]!) / places.metres;
      west = Math.min(west, places.x[at]! - half);
      south = Math.min(south, places.y[at]! - half);
      east = Math.max(east, places.x[at]! + half);
      north = Math.max(north, places.y[at]! + half);
    }
    if (west > east) return;
    this.#view.cancelAnimations();
    this.#view.fit([west, south, east, north], {
      padding: [frameRoom, frameRoom, frameRoom, frameRoom],
      minResolution: 1 / (closest * places.metres),
      duration: palette.flyTime,
    });
  }

  /** Brings an estate into the middle of the free part of the map, near enough to see its shape. */
  flyTo(fid: number): void {
    const { places, palette } = this.#scene;
    const at = places.position(fid);
    if (at < 0 || !places.isDrawn(at)) return;
    const target = [places.x[at]!, places.y[at]!];
    const now = this.#view.getResolution() ?? 1;
    const resolution = Math.min(now, 1 / (closeEnough * places.metres));
    const center = this.#view.getCenter() ?? target;
    const size = this.#map.getSize() ?? [1, 1];
    const screens = Math.hypot(target[0]! - center[0]!, target[1]! - center[1]!) / (now * Math.max(...size));
    this.#view.cancelAnimations();
    if (palette.flyTime === 0 || screens > farthestFlight) {
      this.#view.setCenter(target);
      this.#view.setResolution(resolution);
    } else {
      this.#view.animate({ center: target, resolution, duration: palette.flyTime });
    }
  }

  zoomBy(steps: number): void {
    this.#view.cancelAnimations();
    const duration = this.#scene.palette.flyTime > 0 ? zoomTime : 0;
    this.#view.animate({ zoom: (this.#view.getZoom() ?? 0) + steps, duration });
  }

  /** Moves the map by px. */
  panBy(x: number, y: number): void {
    const center = this.#view.getCenter();
    const resolution = this.#view.getResolution();
    if (!center || !resolution) return;
    this.#view.cancelAnimations();
    this.#view.setCenter([center[0]! + x * resolution, center[1]! - y * resolution]);
  }

  /** Where an estate's middle is on the map, px. */
  onScreen(fid: number): { x: number; y: number } | null {
    const at = this.#scene.places.position(fid);
    const sight = this.#sight;
    if (at < 0 || !sight || !this.#scene.places.isDrawn(at)) return null;
    const [x, y] = sight.pxOf(at);
    return { x, y };
  }

  /** px on the map of a place; null before the first frame. */
  pxOf([lon, lat]: readonly [number, number]): [number, number] | null {
    return this.#sight?.px(...mercator(lon, lat)) ?? null;
  }

  /** The place in the middle of what no panel covers. */
  middle(): { lon: number; lat: number; x: number; y: number } | null {
    if (!this.#frame) return null;
    // The map may have been moved since it was drawn.
    const { center, resolution } = this.#view.getState();
    const sight = new Sight(this.#scene, { ...this.#frame, center: [center[0]!, center[1]!], resolution });
    const free = sight.free();
    const [x, y] = [free.x + free.w / 2, free.y + free.h / 2];
    const [lon, lat] = toLonLat(sight.ground(x, y)) as [number, number];
    return { lon, lat, x, y };
  }

  /** As of the last frame. */
  get #sight(): Sight | null {
    return this.#frame && new Sight(this.#scene, this.#frame);
  }

  /** Keeps what a layer draws on its side of the divider. */
  #clip({ context, frameState }: RenderEvent, side: 'left' | 'right'): void {
    if (!this.#compare || !frameState || !(context instanceof CanvasRenderingContext2D)) return;
    context.save();
    const transform = context.getTransform();
    context.setTransform(1, 0, 0, 1, 0, 0);
    this.#clipTo(context, side, frameState.size as [number, number], frameState.pixelRatio);
    context.setTransform(transform);
  }

  #unclip({ context }: RenderEvent): void {
    if (this.#compare && context instanceof CanvasRenderingContext2D) context.restore();
  }

  #clipTo(
    context: CanvasRenderingContext2D,
    side: 'left' | 'right',
    [width, height]: readonly [number, number],
    pixelRatio: number,
  ): void {
    const middle = Math.round((this.#compare?.at ?? 0) * width * pixelRatio);
    context.beginPath();
    if (side === 'left') context.rect(0, 0, middle, height * pixelRatio);
    else context.rect(middle, 0, width * pixelRatio - middle, height * pixelRatio);
    context.clip();
  }

  /** Draws what lies over the polygons: of two rounds each on its side. */
  #paintOver(context: CanvasRenderingContext2D, frame: Frame): boolean {
    const now = performance.now();
    if (!this.#compare) return this.#overlay.paint(context, frame, now);
    let more = false;
    for (const [overlay, side] of [
      [this.#besidesOverlay, 'left'],
      [this.#overlay, 'right'],
    ] as const) {
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      this.#clipTo(context, side, [frame.width, frame.height], frame.pixelRatio);
      more = overlay.paint(context, frame, now) || more;
      context.restore();
    }
    return more;
  }

  #paint({ context, frameState }: RenderEvent): void {
    if (!frameState || !(context instanceof CanvasRenderingContext2D)) return;
    const { viewState, size, pixelRatio, viewHints } = frameState;
    const moving = viewHints.some((hint) => hint > 0);
    const frame: Frame = {
      center: [viewState.center[0]!, viewState.center[1]!],
      resolution: viewState.resolution,
      width: size[0]!,
      height: size[1]!,
      pixelRatio,
      z: this.#source?.getTileGrid()?.getZForResolution(viewState.resolution, this.#source.zDirection) ?? 0,
      moving,
    };
    this.#frame = frame;
    if (this.#paintOver(context, frame)) this.#map.render();
    this.#listener.onframe(viewState.resolution * this.#scene.places.metres, this.#overlay.edges);
  }

  #moved(): void {
    const sight = this.#sight;
    if (!sight) return;
    const { places } = this.#scene;
    const [lon, lat] = toLonLat(this.#view.getCenter()!) as [number, number];
    const place = { lon, lat, zoom: this.#view.getZoom()! };
    this.#journey.rest(place);
    this.#listener.oncanmove({ back: this.#journey.canBack, forward: this.#journey.canForward });
    this.#listener.onplace(place);
    this.#listener.onmoved(places.fid.filter((_, at) => places.isDrawn(at) && sight.isNear(...sight.pxOf(at))));
  }

  /** The estate at a px of the map: symbols lie over shapes; what the filter leaves out cannot be pointed at. */
  #estateAt(px: number, py: number): number | null {
    const sight = this.#sight;
    if (!sight) return null;
    const { places, palette } = this.#scene;
    const bandsFirst = 1000;
    let best = -1;
    let bestFar = Number.POSITIVE_INFINITY;
    for (let at = 0; at < places.count; at++) {
      if (!places.isDrawn(at) || !sight.isSmall(at) || !sight.inFilter(at)) continue;
      const [x, y] = sight.pxOf(at);
      const half = symbolSize(sight.band(at), sight.pxPerM, palette) / 2 + reach;
      if (Math.abs(x - px) > half || Math.abs(y - py) > half) continue;
      const far = Math.hypot(x - px, y - py) - (isBand(sight.band(at)) ? bandsFirst : 0);
      if (far < bestFar) [best, bestFar] = [at, far];
    }
    if (best >= 0) return places.fid[best]!;
    const accept = (fid: number) => {
      const at = places.position(fid);
      return at >= 0 && sight.inFilter(at) && !sight.isSmall(at);
    };
    const { z } = sight.frame;
    for (const level of [z, z - 1, z + 1]) {
      const fid = this.#tiles.estateAt(level, sight.ground(px, py), accept);
      if (fid !== null) return fid;
    }
    return null;
  }

  #pointerMoved(event: MapBrowserEvent): void {
    const [x, y] = event.pixel as [number, number];
    const [lon, lat] = toLonLat(event.coordinate) as [number, number];
    this.#listener.onpointer({ lon, lat, x, y });
    if (event.dragging || this.editor) return;
    const fid = this.#estateAt(x, y);
    if (fid === this.#pointed) return;
    this.#pointed = fid;
    this.#element.style.cursor = fid === null ? '' : 'pointer';
    this.#listener.onhover(fid);
  }

  #pointerLeft(): void {
    this.#listener.onpointer(null);
    if (this.#pointed === null) return;
    this.#pointed = null;
    this.#listener.onhover(null);
  }

  #clicked(event: MapBrowserEvent): void {
    const [x, y] = event.pixel as [number, number];
    const [lon, lat] = toLonLat(event.coordinate) as [number, number];
    if (this.editor || this.#listener.onpoint(lon, lat)) return;
    this.#listener.onselect(this.#estateAt(x, y));
  }
}

const sides = ({ top, right, bottom, left }: Padding): [number, number, number, number] => [top, right, bottom, left];
