// Base maps under the estates: images as they come, dimmed by the theme in CSS; vector tiles in the colours of the map. Names of
// base maps are left out, for they would stand between those of the estates.

import MVT from 'ol/format/MVT';
import type BaseLayer from 'ol/layer/Base';
import TileLayer from 'ol/layer/Tile';
import VectorTileLayer from 'ol/layer/VectorTile';
import { transformExtent } from 'ol/proj';
import type RenderFeature from 'ol/render/Feature';
import VectorTileSource from 'ol/source/VectorTile';
import XYZ from 'ol/source/XYZ';
import Fill from 'ol/style/Fill';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import { createXYZ } from 'ol/tilegrid';
import type { BaseMap } from '../api/types';
import { baseClass, roadRank } from './baseStyle';
import { faded, type Palette } from './palette';

/** The element of the layer has the class base-raster or base-vector. */
export function makeBaseLayer(base: BaseMap, palette: Palette): BaseLayer {
  const extent = base.bounds.length === 4 ? transformExtent(base.bounds, 'EPSG:4326', 'EPSG:3857') : undefined;
  const tileSize = base.tileSize > 0 ? base.tileSize : 256;
  const grid = { minZoom: base.minZoom, maxZoom: base.maxZoom };
  const url = `basemap/${encodeURIComponent(base.id)}/{z}/{x}/{y}`;
  const common = { className: `base-${base.kind}`, zIndex: -1, ...(extent ? { extent } : {}) };
  if (base.kind === 'vector') {
    const tileGrid = createXYZ({ ...grid, tileSize: 512 });
    return new VectorTileLayer({
      ...common,
      renderMode: 'hybrid',
      source: new VectorTileSource({ url, format: new MVT(), tileGrid, wrapX: false }),
      style: (feature, resolution) => styleOf(feature as RenderFeature, resolution, palette),
    });
  }
  const source = new XYZ({ url, tileGrid: createXYZ({ ...grid, tileSize }), wrapX: false, transition: 0 });
  return new TileLayer({ ...common, source });
}

/** px of a road of each rank at a resolution of one. */
const roadMetres = [30, 20, 12, 7];

function styleOf(feature: RenderFeature, resolution: number, palette: Palette): Style | undefined {
  const properties = feature.getProperties();
  const kind = baseClass(String(properties.layer ?? ''), properties);
  const isLine = feature.getType().endsWith('LineString');
  switch (kind) {
    case 'water':
      return isLine
        ? new Style({ stroke: new Stroke({ color: palette.water, width: Math.max(1, 8 / resolution) }), zIndex: 1 })
        : new Style({ fill: new Fill({ color: palette.water }), zIndex: 1 });
    case 'green':
      return isLine ? undefined : new Style({ fill: new Fill({ color: palette.park }), zIndex: 0 });
    case 'building':
      return isLine ? undefined : new Style({ fill: new Fill({ color: faded(palette.label, 0.07) }), zIndex: 3 });
    case 'boundary':
      return new Style({
        stroke: new Stroke({ color: faded(palette.boundary, 0.6), width: 1, lineDash: [7, 4, 1.5, 4] }),
        zIndex: 4,
      });
    case 'road': {
      const rank = roadRank(properties);
      const width = roadMetres[rank]! / resolution;
      if (!isLine || (rank > 1 && width < 0.4)) return undefined;
      return new Style({ stroke: new Stroke({ color: palette.land, width: Math.max(1, width) }), zIndex: 2 });
    }
    case 'rail':
      return isLine
        ? new Style({ stroke: new Stroke({ color: palette.rail, width: 1.5, lineDash: [8, 4] }), zIndex: 3 })
        : undefined;
    default:
      return undefined;
  }
}
