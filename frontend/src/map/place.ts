// Where the map looks, and the way that it came: back and forward through views.

/** Degrees; zoom as of tiles of 256 px. */
export interface Place {
  lon: number;
  lat: number;
  zoom: number;
}

const farthestBack = 100;
/** Degrees and zoom levels within which two places are the same. */
const still = { degrees: 1e-7, zoom: 1e-4 };

export function samePlace(a: Place, b: Place): boolean {
  return (
    Math.abs(a.lon - b.lon) < still.degrees &&
    Math.abs(a.lat - b.lat) < still.degrees &&
    Math.abs(a.zoom - b.zoom) < still.zoom
  );
}

/** The views that were rested at, with the one at hand. */
export class Journey {
  #places: Place[] = [];
  #at = -1;

  get canBack(): boolean {
    return this.#at > 0;
  }

  get canForward(): boolean {
    return this.#at < this.#places.length - 1;
  }

  /** The map rests here. What lay ahead is forgotten; the place at hand again changes nothing. */
  rest(place: Place): void {
    const here = this.#places[this.#at];
    if (here && samePlace(here, place)) return;
    this.#places = [...this.#places.slice(0, this.#at + 1), place].slice(-farthestBack);
    this.#at = this.#places.length - 1;
  }

  back(): Place | null {
    return this.#go(-1);
  }

  forward(): Place | null {
    return this.#go(1);
  }

  clear(): void {
    this.#places = [];
    this.#at = -1;
  }

  #go(by: 1 | -1): Place | null {
    const place = this.#places[this.#at + by];
    if (!place) return null;
    this.#at += by;
    return place;
  }
}
