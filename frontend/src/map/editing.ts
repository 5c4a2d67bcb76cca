// Drawing and editing of boundaries over the map: vertices snap to those of the boundaries around, every step can be taken back.

import Collection from 'ol/Collection';
import type { Coordinate } from 'ol/coordinate';
import Feature from 'ol/Feature';
import LineString from 'ol/geom/LineString';
import MultiPoint from 'ol/geom/MultiPoint';
import MultiPolygon from 'ol/geom/MultiPolygon';
import Polygon from 'ol/geom/Polygon';
import Draw from 'ol/interaction/Draw';
import type Interaction from 'ol/interaction/Interaction';
import Modify from 'ol/interaction/Modify';
import Snap from 'ol/interaction/Snap';
import VectorLayer from 'ol/layer/Vector';
import type OlMap from 'ol/Map';
import { toLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import CircleStyle from 'ol/style/Circle';
import Fill from 'ol/style/Fill';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import type { Drawing, Drawn, LonLat, Shape } from '../model/drawing';
import { Steps } from '../model/steps';
import { faded, type Palette } from './palette';
import { mercator } from './scale';

/** px within which a vertex snaps. */
const snapReach = 10;
/** px that a key moves a vertex. */
const nudge = 1;
const largeNudge = 10;

type Plane = Coordinate[][][];

/**
 * Degrees to the plane of the map and back. A vertex that was not moved, or that snapped to one of a neighbour, comes back as the
 * very degrees that were given, so that shared edges stay shared.
 */
export class Exact {
  readonly #given = new Map<string, LonLat>();

  plane(shape: Shape): Plane {
    return shape.map((polygon) => polygon.map((ring) => ring.map((point) => this.#enter(point))));
  }

  #enter(point: LonLat): Coordinate {
    const at = mercator(point[0], point[1]);
    this.#given.set(at.join(), point);
    return [...at];
  }

  degrees(at: Coordinate): LonLat {
    return this.#given.get(`${at[0]},${at[1]}`) ?? (toLonLat(at) as [number, number]);
  }

  shape(plane: Plane): Shape {
    return plane.map((polygon) => polygon.map((ring) => ring.map((at) => this.degrees(at))));
  }
}

function pointsOf(geometry: Polygon | LineString): number {
  return geometry instanceof Polygon ? (geometry.getCoordinates()[0]?.length ?? 0) : geometry.getCoordinates().length;
}

interface State {
  plane: Plane;
  line: Coordinate[];
}

export class BoundaryEditor {
  readonly #map: OlMap;
  readonly #drawing: Drawing;
  readonly #tell: (drawn: Drawn) => void;
  readonly #exact = new Exact();
  readonly #steps: Steps<State>;
  readonly #sketch: Feature<MultiPolygon>;
  readonly #cut = new Feature<LineString>();
  readonly #layer: VectorLayer;
  readonly #interactions: Interaction[] = [];
  #draw: Draw | null = null;
  #modify: Modify | null = null;
  /** The vertex that keys move: polygon, ring, place in it. */
  #vertex: [number, number, number] | null = null;
  readonly #mark = new Feature<MultiPoint>();
  /** Points of the boundary or line that is being drawn. */
  #open = 0;

  constructor(map: OlMap, drawing: Drawing, palette: Palette, tell: (drawn: Drawn) => void) {
    this.#map = map;
    this.#drawing = drawing;
    this.#tell = tell;
    const plane = this.#exact.plane(drawing.shape);
    this.#steps = new Steps<State>({ plane, line: [] });
    this.#sketch = new Feature(new MultiPolygon(plane));
    const source = new VectorSource({ features: [this.#sketch, this.#cut, this.#mark] });
    this.#layer = new VectorLayer({ source, zIndex: 10, updateWhileInteracting: true, updateWhileAnimating: true });
    this.setPalette(palette);
    map.addLayer(this.#layer);
    if (drawing.kind === 'modify') this.#startModify();
    else this.#startDraw();
    // Last, so that it sees the pointer first.
    const near = drawing.near.map((shape) => new Feature(new MultiPolygon(this.#exact.plane(shape))));
    this.#add(new Snap({ features: new Collection([...near, this.#sketch]), pixelTolerance: snapReach }));
    this.#say();
  }

  dispose(): void {
    for (const interaction of this.#interactions) this.#map.removeInteraction(interaction);
    this.#map.removeLayer(this.#layer);
    this.#layer.dispose();
  }

  setPalette(palette: Palette): void {
    const { accent, surface, select } = palette;
    const line = (color: string, width: number, lineDash?: number[]) => new Stroke({ color, width, lineDash });
    const dot = (radius: number, fill: string) =>
      new CircleStyle({ radius, fill: new Fill({ color: fill }), stroke: line(accent, 1.5) });
    const fixed = this.#drawing.kind === 'line';
    this.#layer.setStyle((feature) => {
      if (feature === this.#mark) return new Style({ image: dot(6, select), zIndex: 3 });
      if (feature === this.#cut)
        return [new Style({ stroke: line(surface, 5) }), new Style({ stroke: line(accent, 2, [7, 4]) })];
      const styles = [
        new Style({ stroke: line(surface, 5), fill: new Fill({ color: faded(accent, fixed ? 0.06 : 0.14) }) }),
        new Style({ stroke: line(accent, 2) }),
      ];
      if (fixed) return styles;
      const vertices = new Style({
        image: dot(4, surface),
        geometry: () => new MultiPoint(this.#sketch.getGeometry()!.getCoordinates().flat(2)),
      });
      return [...styles, vertices];
    });
  }

  #add<T extends Interaction>(interaction: T): T {
    this.#map.addInteraction(interaction);
    this.#interactions.push(interaction);
    return interaction;
  }

  #startModify(): void {
    const modify = this.#add(new Modify({ features: new Collection([this.#sketch]), pixelTolerance: snapReach }));
    modify.on('modifyend', () => this.#take());
    this.#modify = modify;
  }

  #startDraw(): void {
    const type = this.#drawing.kind === 'line' ? 'LineString' : 'Polygon';
    const draw = this.#add(
      new Draw({ type, stopClick: true, freehandCondition: () => false, snapTolerance: snapReach }),
    );
    draw.on('drawstart', ({ feature }) => {
      const geometry = feature.getGeometry();
      geometry?.on('change', () => {
        // The last point follows the pointer; a ring has its first once more.
        const open = geometry instanceof Polygon ? pointsOf(geometry) - 2 : pointsOf(geometry as LineString) - 1;
        if (open === this.#open) return;
        this.#open = Math.max(0, open);
        this.#say();
      });
    });
    draw.on('drawabort', () => {
      this.#open = 0;
      this.#say();
    });
    draw.on('drawend', ({ feature }) => {
      this.#open = 0;
      const geometry = feature.getGeometry();
      if (geometry instanceof LineString) this.#cut.setGeometry(geometry);
      else if (geometry instanceof Polygon) this.#sketch.setGeometry(new MultiPolygon([geometry.getCoordinates()]));
      this.#take();
      // A boundary that is there is moved, not drawn anew.
      draw.setActive(false);
      if (this.#drawing.kind === 'shape') setTimeout(() => this.#resnap(), 0);
    });
    this.#draw = draw;
  }

  /** Goes from drawing to moving vertices. */
  #resnap(): void {
    if (this.#modify) return;
    this.#startModify();
    // Interactions see the pointer from the last to the first: snapping has to come after.
    const snap = this.#interactions.find((one) => one instanceof Snap);
    if (!snap) return;
    this.#map.removeInteraction(snap);
    this.#map.addInteraction(snap);
  }

  #take(): void {
    this.#steps.take({
      plane: this.#sketch.getGeometry()!.getCoordinates(),
      line: this.#cut.getGeometry()?.getCoordinates() ?? [],
    });
    this.#showVertex();
    this.#say();
  }

  #say(): void {
    const { plane, line } = this.#steps.now;
    const { kind } = this.#drawing;
    this.#tell({
      shape: this.#exact.shape(plane),
      line: line.map((at) => this.#exact.degrees(at)),
      changed: this.#steps.canBack,
      complete: kind === 'line' ? line.length > 1 : plane.length > 0 && (kind === 'shape' || this.#steps.canBack),
      canUndo: this.#open > 0 || this.#steps.canBack,
      canRedo: this.#open === 0 && this.#steps.canForward,
    });
  }

  /** Takes back the last point of what is being drawn, else the last step. */
  undo(): void {
    if (this.#open > 0) {
      this.#draw?.removeLastPoint();
      return;
    }
    if (this.#steps.canBack) this.#show(this.#steps.back());
  }

  redo(): void {
    if (this.#open === 0 && this.#steps.canForward) this.#show(this.#steps.forward());
  }

  #show({ plane, line }: State): void {
    this.#sketch.setGeometry(new MultiPolygon(plane));
    this.#cut.setGeometry(line.length > 1 ? new LineString(line) : undefined);
    const bare = this.#drawing.kind === 'line' ? line.length === 0 : plane.length === 0;
    if (this.#draw) this.#draw.setActive(bare);
    this.#modify?.setActive(!bare);
    this.#showVertex();
    this.#say();
  }

  /** Ends what is being drawn. */
  finish(): void {
    if (this.#open > 0) this.#draw?.finishDrawing();
  }

  /** Sets a point as the pointer would, for the keyboard. */
  addPoint(lon: number, lat: number): void {
    if (this.#draw?.getActive()) this.#draw.appendCoordinates([[...mercator(lon, lat)]]);
  }

  /** A key on the map; whether it was meant for the drawing. */
  key(key: string, shift: boolean): boolean {
    if (key === 'Enter') this.finish();
    else if (this.#open > 0 && (key === 'Backspace' || key === 'Delete')) this.undo();
    else if (key === 'n' || key === 'N') this.#step(shift ? -1 : 1);
    else if (this.#vertex && (key === 'Delete' || key === 'Backspace')) this.#dropVertex();
    else if (this.#vertex && key === 'Escape') this.#choose(null);
    else if (this.#vertex && key.startsWith('Arrow')) this.#nudge(key, shift ? largeNudge : nudge);
    else return false;
    return true;
  }

  #ring([polygon, ring]: readonly number[]): Coordinate[] {
    return this.#sketch.getGeometry()!.getCoordinates()[polygon!]![ring!]!;
  }

  /** To the next vertex, through all rings. */
  #step(by: 1 | -1): void {
    if (!this.#modify) return;
    const all = this.#sketch
      .getGeometry()!
      .getCoordinates()
      .flatMap((polygon, p) =>
        polygon.flatMap((ring, r) => ring.slice(1).map((_, v): [number, number, number] => [p, r, v])),
      );
    const now = this.#vertex;
    const at = now ? all.findIndex((one) => one.every((part, i) => part === now[i])) : by > 0 ? -1 : 0;
    this.#choose(all[(at + by + all.length) % all.length] ?? null);
  }

  #choose(vertex: [number, number, number] | null): void {
    this.#vertex = vertex;
    this.#showVertex();
  }

  #showVertex(): void {
    const at =
      this.#vertex &&
      this.#sketch.getGeometry()!.getCoordinates()[this.#vertex[0]]?.[this.#vertex[1]]?.[this.#vertex[2]];
    if (!at) this.#vertex = null;
    this.#mark.setGeometry(at ? new MultiPoint([at]) : undefined);
  }

  #change(ring: (ring: Coordinate[], vertex: number) => Coordinate[]): void {
    const now = this.#vertex;
    if (!now) return;
    const plane = this.#sketch.getGeometry()!.getCoordinates();
    const open = this.#ring(now).slice(0, -1);
    const made = ring(open, now[2]);
    if (made.length < 3) return;
    plane[now[0]]![now[1]] = [...made, made[0]!];
    this.#sketch.setGeometry(new MultiPolygon(plane));
    this.#take();
  }

  #nudge(key: string, px: number): void {
    const far = px * (this.#map.getView().getResolution() ?? 1);
    const [dx, dy] = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, far], ArrowDown: [0, -far] }[key] ?? [
      0, 0,
    ];
    this.#change((ring, vertex) => ring.map((at, i) => (i === vertex ? [at[0]! + dx!, at[1]! + dy!] : at)));
  }

  #dropVertex(): void {
    this.#change((ring, vertex) => ring.filter((_, i) => i !== vertex));
  }
}
