// The districts that are measured: made by the program once and kept in build/cache.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli, type Served, serveProject } from '../e2e/drivers/program';

const cache = resolve(dirname(fileURLToPath(import.meta.url)), '../../build/cache/bench');

export interface Target {
  firstMap: number;
  round: number;
  search: number;
  /** Frames a second. */
  pan: number;
}

export interface BenchDistrict {
  name: string;
  /** 0: the demo district as it is. */
  estates: number;
  /** ms. */
  target: Target;
}

export const districts: readonly BenchDistrict[] = [
  { name: 'demo', estates: 0, target: { firstMap: 1000, round: 100, search: 50, pan: 50 } },
  { name: '5,000', estates: 5000, target: { firstMap: 1500, round: 350, search: 50, pan: 50 } },
  { name: '50,000', estates: 50_000, target: { firstMap: 4000, round: 1200, search: 100, pan: 30 } },
];

/** Serves a district, making its project first if it is not there yet. */
export async function serveDistrict({ estates }: BenchDistrict): Promise<Served> {
  mkdirSync(cache, { recursive: true });
  const project = resolve(cache, `demo-${estates}.gpkg`);
  if (!existsSync(project)) {
    const making = resolve(cache, `making-${estates}.gpkg`);
    execFileSync(cli(), ['demo', making, `--estates=${estates}`], { stdio: 'inherit' });
    renameSync(making, project);
  }
  return serveProject(project);
}
