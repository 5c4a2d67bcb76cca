// The surface of density: areas above levels, each within the one before, so that they are laid one on the other.

import type { HeatArea } from '../model/hotspotPicture';
import { mixed } from '../model/ramp';
import { faded } from './palette';
import { mercator } from './scale';
import type { Sight } from './sight';

/** Of a level; the ground and the outlines of the estates stay to be seen. */
const opacity = 0.62;

export function drawHeat(context: CanvasRenderingContext2D, sight: Sight): void {
  const { hotspots, palette } = sight.scene;
  if (!hotspots || hotspots.heat.length === 0) return;
  for (const [i, area] of hotspots.heat.entries()) {
    context.beginPath();
    trace(context, sight, area);
    // A level is not laid over the one below it: its ring is what the next does not cover.
    const next = hotspots.heat[i + 1];
    if (next) trace(context, sight, next);
    context.fillStyle = faded(mixed(palette.ramps.sequence, area.step), opacity);
    context.fill('evenodd');
  }
}

function trace(context: CanvasRenderingContext2D, sight: Sight, { shape }: HeatArea): void {
  for (const polygon of shape) {
    for (const ring of polygon) {
      for (const [i, point] of ring.entries()) {
        const [x, y] = sight.px(...mercator(point[0] ?? 0, point[1] ?? 0));
        if (i === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
      context.closePath();
    }
  }
}
