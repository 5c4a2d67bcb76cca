// Faults of the records on the map: a mark for each of a kind, the chosen one with its ground and the boundaries that it names.

import type { Coordinate } from 'ol/coordinate';
import Feature from 'ol/Feature';
import MultiPoint from 'ol/geom/MultiPoint';
import MultiPolygon from 'ol/geom/MultiPolygon';
import Point from 'ol/geom/Point';
import VectorLayer from 'ol/layer/Vector';
import type OlMap from 'ol/Map';
import VectorSource from 'ol/source/Vector';
import CircleStyle from 'ol/style/Circle';
import Fill from 'ol/style/Fill';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import type { Shape } from '../model/drawing';
import type { FaultPicture } from '../model/faults';
import { faded, type Palette } from './palette';
import { mercator } from './scale';

/** px from a mark within which it is pointed at. */
const reach = 10;

const plane = (shape: Shape): Coordinate[][][] =>
  shape.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => [...mercator(lon, lat)])));

export class FaultLayer {
  readonly #map: OlMap;
  readonly #layer: VectorLayer;
  readonly #marks = new Feature<MultiPoint>();
  readonly #chosen = new Feature<Point>();
  readonly #estates = new Feature<MultiPolygon>();
  readonly #ground = new Feature<MultiPolygon>();
  readonly #after = new Feature<MultiPolygon>();
  #picture: FaultPicture | null = null;
  #places: Coordinate[] = [];

  constructor(map: OlMap, palette: Palette) {
    this.#map = map;
    const source = new VectorSource({
      features: [this.#estates, this.#ground, this.#after, this.#marks, this.#chosen],
    });
    this.#layer = new VectorLayer({ source, zIndex: 9, updateWhileInteracting: true, updateWhileAnimating: true });
    this.setPalette(palette);
    map.addLayer(this.#layer);
  }

  dispose(): void {
    this.#map.removeLayer(this.#layer);
    this.#layer.dispose();
  }

  show(picture: FaultPicture): void {
    const other = picture.marks !== this.#picture?.marks;
    if (other) this.#places = picture.marks.map(({ lon, lat }) => [...mercator(lon, lat)]);
    if (other || picture.key !== this.#picture?.key) {
      const chosen = picture.marks.findIndex(({ key }) => key === picture.key);
      this.#marks.setGeometry(new MultiPoint(this.#places.filter((_, i) => i !== chosen)));
      const at = this.#places[chosen];
      this.#chosen.setGeometry(at && new Point(at));
    }
    this.#picture = picture;
    this.#estates.setGeometry(new MultiPolygon(picture.estates.flatMap(plane)));
    this.#ground.setGeometry(new MultiPolygon(plane(picture.ground)));
    this.#after.setGeometry(new MultiPolygon(picture.after.flatMap(plane)));
  }

  /** The nearest mark to a place on the map in px, by its key; null: none is near. */
  at(x: number, y: number): string | null {
    let best: { key: string; far: number } | null = null;
    this.#places.forEach((place, i) => {
      const pixel = this.#map.getPixelFromCoordinate(place);
      if (!pixel) return;
      const far = Math.hypot(pixel[0]! - x, pixel[1]! - y);
      const key = this.#picture?.marks[i]?.key;
      if (key !== undefined && far <= reach && (!best || far < best.far)) best = { key, far };
    });
    return (best as { key: string } | null)?.key ?? null;
  }

  setPalette({ danger, surface, accent, scale }: Palette): void {
    const line = (color: string, width: number, lineDash?: number[]) => new Stroke({ color, width, lineDash });
    const dot = (radius: number, width: number) =>
      new CircleStyle({ radius: radius * scale, fill: new Fill({ color: danger }), stroke: line(surface, width) });
    const mark = new Style({ image: dot(4, 1.5), zIndex: 3 });
    const ring = [
      new Style({ image: new CircleStyle({ radius: 12 * scale, stroke: line(surface, 5) }), zIndex: 4 }),
      new Style({ image: new CircleStyle({ radius: 12 * scale, stroke: line(danger, 2.5) }), zIndex: 5 }),
    ];
    const ringed = [...ring, new Style({ image: dot(4, 1.5), zIndex: 6 })];
    const estates = [
      new Style({ stroke: line(surface, 5), zIndex: 1 }),
      new Style({ stroke: line(accent, 2, [7, 4]), zIndex: 1 }),
    ];
    const ground = new Style({ fill: new Fill({ color: faded(danger, 0.35) }), stroke: line(danger, 2), zIndex: 2 });
    const after = new Style({ fill: new Fill({ color: faded(accent, 0.25) }), stroke: line(accent, 3), zIndex: 3 });
    this.#layer.setStyle((feature) => {
      switch (feature) {
        case this.#marks:
          return mark;
        case this.#chosen:
          // A dot would cover ground as small as it is.
          return this.#picture && this.#picture.ground.length > 0 ? ring : ringed;
        case this.#estates:
          return estates;
        case this.#after:
          return after;
        default:
          return ground;
      }
    });
  }
}
