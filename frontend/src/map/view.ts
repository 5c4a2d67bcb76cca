// The map of OpenLayers and what moves on it. MapStage.svelte hands it what is to be shown and hears what happens.

import type { Tile } from 'ol';
import { defaults as interactions } from 'ol/interaction/defaults';
import type BaseLayer from 'ol/layer/Base';
import OlMap from 'ol/Map';
import type MapBrowserEvent from 'ol/MapBrowserEvent';
import { toLonLat } from 'ol/proj';
import type RenderEvent from 'ol/render/Event';
import type VectorTileSource from 'ol/source/VectorTile';
import type VectorTile from 'ol/VectorTile';
import type { BaseMap, Colouring, District, Lang, ProxyView, RoundView } from '../api/types';
import type { Drawing, Drawn } from '../model/drawing';
import type { FaultPicture } from '../model/faults';
import type { HotspotPicture } from '../model/hotspotPicture';
import type { ProxyPicture } from '../model/proxyPicture';
import { makeBaseLayer } from './base';
import { clipTo, type Side } from './beside';
import { Camera, zoomTime } from './camera';
import { BoundaryEditor } from './editing';
import { Fade } from './fade';
import { FaultLayer } from './faults';
import { type Fills, fillsOf, plainFills } from './fills';
import { findingsAt } from './findings';
import type { EdgeBadge } from './labels';
import { BackdropLayer, EstateLayer, makeSource } from './layers';
import { Overlay } from './overlay';
import { type Palette, readPalette, type Theme } from './palette';
import { pictureFills, withoutRanks } from './picture';
import type { Place } from './place';
import { type Places, placesOf } from './places';
import { estateAt } from './pointing';
import { mercator } from './scale';
import { type Frame, type Padding, type Scene, Sight } from './sight';
import { TileIndex, type TileShape } from './tiles';

/** What is told when the map moved or the pointer did. */
export interface Listener {
  onselect(fid: number | null): void;
  /** A mark of findings was clicked, by id. */
  onfindings(ids: string[]): void;
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
  /** A fault of the records was pointed at. */
  onfault(key: string): void;
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

export class MapView {
  readonly #map: OlMap;
  readonly #camera: Camera;
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
  readonly #fade: Fade;
  #colouring: Colouring | null = null;
  /** The round as it was given; the scene has it without ranks at the proxy desk. */
  #round: RoundView | null = null;
  #picture: ProxyPicture | null = null;
  #besidesVisible: Uint8Array | null = null;
  #district: District | null = null;
  #pointed: number | null = null;
  /** Faults of the records, while they are shown. */
  #faults: FaultLayer | null = null;
  /** A boundary that is being drawn or edited. */
  editor: BoundaryEditor | null = null;

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
    this.#fade = new Fade(element);
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
      hotspots: null,
      lang: 'zh',
      padding,
      subdistricts: district.subdistricts,
    };
    this.#overlay = new Overlay(this.#scene, this.#tiles);
    this.#besidesOverlay = new Overlay(this.#scene, this.#tiles);
    this.#besides.layer.setVisible(false);
    this.#camera = new Camera(place, padding, () => ({
      places: this.#scene.places,
      flyTime: this.#scene.palette.flyTime,
    }));
    this.#map = new OlMap({
      target: element,
      view: this.#camera.view,
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
    this.#map.on('movestart', () => this.#fade.end());
    this.#map.on('moveend', () => this.#moved());
    this.#map.on('pointermove', (event) => this.#pointerMoved(event));
    this.#map.on('click', (event) => this.#clicked(event));
    // What returns false does not reach the interactions.
    this.#map.on('dblclick', () => !listener.ondouble());
    this.#map.on('loadstart', () => listener.onbusy(true));
    this.#map.on('rendercomplete', () => listener.onbusy(false));
    this.#map.on('change:size', () => this.#camera.begin(this.#map));
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
    if (first) this.#camera.beginAnew();
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
    this.#camera.begin(this.#map);
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
      if (this.#frame) this.#fade.begin(this.#scene.palette.fadeTime);
      const { places } = this.#scene;
      const changed = view.changed.map((fid) => places.position(fid)).filter((at) => at >= 0);
      this.#overlay.pulse(changed, performance.now());
    }
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
    this.#faults?.setPalette(palette);
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

  /** Shows the marks of the rectification desk, and classes alone instead of ranks and states; null goes back to these. */
  setHotspots(hotspots: HotspotPicture | null): void {
    if (hotspots === this.#scene.hotspots) return;
    this.#show({ hotspots });
    this.#redress();
  }

  #redress(): void {
    this.#listener.onbusy(true);
    this.#show(this.#dress());
    this.#classify();
  }

  /** Round and fills as the desk shows them. */
  #dress(): Pick<Scene, 'view' | 'fills' | 'candidates'> {
    const { places, palette, selected, hotspots } = this.#scene;
    const view = this.#round;
    const picture = this.#picture;
    if (hotspots) {
      // Ranks are not told here: until the classes are there all are alike.
      const plain = hotspots.heat.length > 0 || !this.#colouring;
      const fills = plain ? plainFills(palette) : fillsOf(view, this.#colouring, palette);
      return { view: view && withoutRanks(view), fills, candidates: [] };
    }
    if (!picture) return { view, fills: fillsOf(view, this.#colouring, palette), candidates: [] };
    const fills = pictureFills(picture, places, selected, palette);
    return { view: view && withoutRanks(view), fills, candidates: picture.candidates };
  }

  /** Starts to draw or edit a boundary; null puts it away. */
  setDrawing(drawing: Drawing | null): void {
    this.editor?.dispose();
    this.editor = drawing && new BoundaryEditor(this.#map, drawing, this.#scene.palette, this.#listener.ondrawn);
  }

  /** Marks faults of the records over everything else; null takes them away. */
  setFaults(faults: FaultPicture | null): void {
    if (!faults) {
      this.#faults?.dispose();
      this.#faults = null;
      return;
    }
    this.#faults ??= new FaultLayer(this.#map, this.#scene.palette);
    this.#faults.show(faults);
  }

  setProxies(proxies: ProxyView | null): void {
    this.#show({ proxies });
  }

  setLang(lang: Lang): void {
    this.#show({ lang });
  }

  setPadding(padding: Padding): void {
    this.#camera.padding = padding;
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

  fit(): void {
    this.#camera.fit();
  }

  /** To the view before; forward undoes it. */
  back(): void {
    this.#camera.back();
  }

  forward(): void {
    this.#camera.forward();
  }

  /** West, south, east, north in degrees of what no panel covers. */
  extent(): [number, number, number, number] | null {
    const sight = this.#sight;
    if (!sight) return null;
    const [west, south, east, north] = sight.extent(sight.free());
    return [...toLonLat([west, south]), ...toLonLat([east, north])] as [number, number, number, number];
  }

  /** Moves so that all of these estates are seen, no closer than so many px per metre. */
  frame(fids: readonly number[], closest?: number): void {
    this.#camera.frame(fids, closest);
  }

  /** Moves so that a box (west, south, east, north in degrees) is seen, no closer than so many px per metre. */
  frameBox(box: readonly [number, number, number, number], closest?: number): void {
    this.#camera.frameBox(box, closest);
  }

  /** Brings an estate into the middle of the free part of the map, near enough to see its shape. */
  flyTo(fid: number): void {
    this.#camera.flyTo(fid, this.#map.getSize() ?? [1, 1]);
  }

  zoomBy(steps: number): void {
    this.#camera.zoomBy(steps);
  }

  /** Moves the map by px. */
  panBy(x: number, y: number): void {
    this.#camera.panBy(x, y);
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
    const { center, resolution } = this.#camera.view.getState();
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
  #clip({ context, frameState }: RenderEvent, side: Side): void {
    if (!this.#compare || !frameState || !(context instanceof CanvasRenderingContext2D)) return;
    context.save();
    clipTo(context, side, this.#compare.at, frameState.size as [number, number], frameState.pixelRatio);
  }

  #unclip({ context }: RenderEvent): void {
    if (this.#compare && context instanceof CanvasRenderingContext2D) context.restore();
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
      clipTo(context, side, this.#compare.at, [frame.width, frame.height], frame.pixelRatio);
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
    const place = this.#camera.rest();
    this.#listener.oncanmove(this.#camera.can);
    this.#listener.onplace(place);
    this.#listener.onmoved(places.fid.filter((_, at) => places.isDrawn(at) && sight.isNear(...sight.pxOf(at))));
  }

  #estateAt(x: number, y: number): number | null {
    const sight = this.#sight;
    const { places, palette } = this.#scene;
    return sight && estateAt(x, y, sight, places, palette, this.#tiles);
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
    const fault = this.#faults?.at(x, y) ?? null;
    const findings = this.#sight ? findingsAt(x, y, this.#sight) : [];
    if (fault !== null) this.#listener.onfault(fault);
    else if (findings.length > 0) this.#listener.onfindings(findings);
    else this.#listener.onselect(this.#estateAt(x, y));
  }
}
