// Where the map looks, and how it gets there.

import type OlMap from 'ol/Map';
import { fromLonLat, toLonLat } from 'ol/proj';
import View from 'ol/View';
import { Journey, type Place } from './place';
import type { Places } from './places';
import type { Padding } from './sight';

/** px per metre at which an estate that is flown to shows its shape and its surroundings. */
const closeEnough = 0.35;
/** Screens of distance beyond which a flight shows nothing but haste. */
const farthestFlight = 3;
/** px around what is framed. */
const frameRoom = 24;
/** px around a box that is framed, and px per metre at which a metre of wall is seen. */
const boxRoom = 72;
const boxCloseness = 8;
/** A district of one estate does not fill the map with it. */
const closestFit = 17;
/** ms of a step of zoom. */
export const zoomTime = 200;

/** What there is to look at: the estates, and ms that a flight may take (0: none). */
export interface Surroundings {
  places: Places;
  flyTime: number;
}

export class Camera {
  readonly view: View;
  readonly #surroundings: () => Surroundings;
  readonly #journey = new Journey();
  /** Where the map begins, until it has begun; null: with the whole district. */
  #start: Place | null;
  #begun = false;

  constructor(start: Place | null, padding: Padding, surroundings: () => Surroundings) {
    this.#start = start;
    this.#surroundings = surroundings;
    this.view = new View({
      center: [0, 0],
      resolution: 100,
      minZoom: 5,
      maxZoom: 20,
      enableRotation: false,
      padding: sides(padding),
    });
  }

  /** px that panels cover. */
  set padding(padding: Padding) {
    this.view.padding = sides(padding);
  }

  /** Another district: there is nothing to go back to. */
  beginAnew(): void {
    this.#journey.clear();
    this.#begun = false;
  }

  /** Takes its first place once the map has a size. */
  begin(map: OlMap): void {
    if (this.#begun || !map.getSize()?.every((side) => side > 0)) return;
    this.#begun = true;
    if (this.#start) this.#go(this.#start);
    else this.fit(0);
    this.#start = null;
  }

  /** The map came to rest: the place is one to come back to. */
  rest(): Place {
    const [lon, lat] = toLonLat(this.view.getCenter()!) as [number, number];
    const place = { lon, lat, zoom: this.view.getZoom()! };
    this.#journey.rest(place);
    return place;
  }

  /** Whether there are places to go back or forward to. */
  get can(): { back: boolean; forward: boolean } {
    return { back: this.#journey.canBack, forward: this.#journey.canForward };
  }

  back(): void {
    const place = this.#journey.back();
    if (place) this.#go(place);
  }

  forward(): void {
    const place = this.#journey.forward();
    if (place) this.#go(place);
  }

  #go({ lon, lat, zoom }: Place): void {
    this.view.cancelAnimations();
    this.view.setCenter(fromLonLat([lon, lat]));
    this.view.setZoom(zoom);
  }

  /** The whole district. */
  fit(duration = this.#surroundings().flyTime): void {
    const { extent } = this.#surroundings().places;
    if (extent) this.view.fit(extent, { maxZoom: closestFit, duration: Math.min(duration, 400) });
  }

  /** Moves so that all of these estates are seen, no closer than so many px per metre. */
  frame(fids: readonly number[], closest = closeEnough): void {
    const { places, flyTime } = this.#surroundings();
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
    this.view.cancelAnimations();
    this.view.fit([west, south, east, north], {
      padding: [frameRoom, frameRoom, frameRoom, frameRoom],
      minResolution: 1 / (closest * places.metres),
      duration: flyTime,
    });
  }

  /** Moves so that a box (west, south, east, north in degrees) is seen, no closer than so many px per metre. */
  frameBox([west, south, east, north]: readonly [number, number, number, number], closest = boxCloseness): void {
    const { places, flyTime } = this.#surroundings();
    this.view.cancelAnimations();
    this.view.fit([...fromLonLat([west, south]), ...fromLonLat([east, north])], {
      padding: [boxRoom, boxRoom, boxRoom, boxRoom],
      minResolution: 1 / (closest * places.metres),
      duration: flyTime,
    });
  }

  /** Brings an estate into the middle of the free part of the map (size in px), near enough to see its shape. */
  flyTo(fid: number, size: readonly number[]): void {
    const { places, flyTime } = this.#surroundings();
    const at = places.position(fid);
    if (at < 0 || !places.isDrawn(at)) return;
    const target = [places.x[at]!, places.y[at]!];
    const now = this.view.getResolution() ?? 1;
    const resolution = Math.min(now, 1 / (closeEnough * places.metres));
    const center = this.view.getCenter() ?? target;
    const screens = Math.hypot(target[0]! - center[0]!, target[1]! - center[1]!) / (now * Math.max(...size));
    this.view.cancelAnimations();
    if (flyTime === 0 || screens > farthestFlight) {
      this.view.setCenter(target);
      this.view.setResolution(resolution);
    } else {
      this.view.animate({ center: target, resolution, duration: flyTime });
    }
  }

  zoomBy(steps: number): void {
    this.view.cancelAnimations();
    const duration = this.#surroundings().flyTime > 0 ? zoomTime : 0;
    this.view.animate({ zoom: (this.view.getZoom() ?? 0) + steps, duration });
  }

  /** Moves by px. */
  panBy(x: number, y: number): void {
    const center = this.view.getCenter();
    const resolution = this.view.getResolution();
    if (!center || !resolution) return;
    this.view.cancelAnimations();
    this.view.setCenter([center[0]! + x * resolution, center[1]! - y * resolution]);
  }
}

const sides = ({ top, right, bottom, left }: Padding): [number, number, number, number] => [top, right, bottom, left];
