// Starts the program as a user would: a demo or an imported project, served on loopback.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The command line program: ESTATE_ATLAS_CLI, else what `make build` leaves. */
export function cli(): string {
  const path = process.env.ESTATE_ATLAS_CLI ?? resolve(here, '../../../build/bin/estate-atlas-cli');
  if (!existsSync(path)) throw new Error(`${path} is missing: run make build first, or set ESTATE_ATLAS_CLI`);
  return path;
}

export interface Served {
  address: string;
  /** Ends the program and takes its files away. */
  stop(): Promise<void>;
}

/** Serves the made-up district, with flags of `serve`. */
export async function serveDemo(...flags: string[]): Promise<Served> {
  const dir = mkdtempSync(join(tmpdir(), 'atlas-story-'));
  const project = join(dir, 'demo.gpkg');
  execFileSync(cli(), ['demo', project]);
  return serve(project, dir, flags);
}

/** Imports a dataset folder made of these files and serves it. */
export async function serveDataset(files: Record<string, string>): Promise<Served> {
  const dir = mkdtempSync(join(tmpdir(), 'atlas-story-'));
  const folder = join(dir, 'data');
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const project = join(dir, 'district.gpkg');
  execFileSync(cli(), ['import', project, folder]);
  return serve(project, dir);
}

/** Serves a project that stays where it is. */
export function serveProject(project: string): Promise<Served> {
  return serve(project, null);
}

function serve(project: string, dir: string | null, flags: readonly string[] = []): Promise<Served> {
  const child = spawn(cli(), ['serve', project, '--addr', '127.0.0.1:0', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolveServed, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(said)?.[0];
      if (!address) return;
      resolveServed({
        address,
        async stop() {
          const ended = new Promise((done) => child.once('close', done));
          child.kill('SIGTERM');
          await ended;
          if (dir !== null) rmSync(dir, { recursive: true, force: true });
        },
      });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
    setTimeout(() => reject(new Error(`no address after 20 s: ${said}`)), 20_000).unref();
  });
}
