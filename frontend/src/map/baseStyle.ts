// What the layers of vector base maps mean. Two schemas are known: that of OpenMapTiles (transportation, landcover, class) and that
// of Protomaps (roads, landuse, kind). Pure.

export type BaseClass = 'water' | 'green' | 'building' | 'boundary' | 'road' | 'rail';

const green =
  /^(park|forest|wood|grass|meadow|garden|nature_reserve|cemetery|pitch|golf_course|scrub|farmland|village_green|recreation_ground)$/;

/** null: it is not drawn. */
export function baseClass(layer: string, properties: Readonly<Record<string, unknown>>): BaseClass | null {
  const kind = String(properties.class ?? properties.kind ?? '');
  switch (layer) {
    case 'water':
    case 'waterway':
    case 'ocean':
      return 'water';
    case 'landuse':
    case 'landcover':
    case 'natural':
      return green.test(kind) ? 'green' : null;
    case 'park':
      return 'green';
    case 'building':
    case 'buildings':
      return 'building';
    case 'boundary':
    case 'boundaries':
      return 'boundary';
    case 'roads':
    case 'road':
    case 'transportation':
      if (/^(rail|transit|subway|light_rail)/.test(kind)) return 'rail';
      return /^(ferry|aerialway|path|pier)/.test(kind) ? null : 'road';
    case 'transit':
      return 'rail';
    default:
      return null;
  }
}

/** 0 the widest roads, 3 lanes. */
export function roadRank(properties: Readonly<Record<string, unknown>>): 0 | 1 | 2 | 3 {
  const kind = `${properties.class ?? properties.kind ?? ''} ${properties.kind_detail ?? ''}`;
  if (/motorway|trunk|highway/.test(kind)) return 0;
  if (/primary|major/.test(kind)) return 1;
  return /secondary|tertiary|medium/.test(kind) ? 2 : 3;
}

const entities: Record<string, string> = { amp: '&', copy: '©', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** An attribution often is HTML; only its words are shown. */
export function plainAttribution(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|copy|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
