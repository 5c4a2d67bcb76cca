// Times what a user waits for, from within the page: the clock starts with the key or the navigation and stops in the frame
// after which the map says that it rests (aria-busy) or the list of answers stands.

import type { Page } from '@playwright/test';

declare global {
  interface Window {
    bench: { rests: number[]; keys: number[]; answers: number[] };
  }
}

/** Has to be called before the page is opened. */
export async function install(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.bench = { rests: [], keys: [], answers: [] };
    addEventListener('keydown', () => window.bench.keys.push(performance.now()), { capture: true });
    addEventListener(
      'input',
      (event) => {
        const answered = () => window.bench.answers.push(performance.now() - event.timeStamp);
        requestAnimationFrame(() => setTimeout(answered));
      },
      { capture: true },
    );
    let busy = true;
    const look = () => {
      const map = document.querySelector('[role=application]');
      const now = map?.getAttribute('aria-busy') !== 'false';
      // What was drawn is on screen after the frame.
      if (busy && !now) requestAnimationFrame(() => setTimeout(() => window.bench.rests.push(performance.now())));
      busy = now;
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ['aria-busy'] });
  });
}

/** ms from the page's opening to the first coloured map. */
export async function firstMap(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.waitForFunction(() => window.bench.rests.length > 0, undefined, { timeout: 30_000 });
  const time = await page.evaluate(() => window.bench.rests[0] ?? 0);
  if ((await coloursOnMap(page)) < 20) throw new Error('the map is not coloured');
  return time;
}

/** ms from the key to the map at rest with the other round. */
export async function roundChange(page: Page, key: string): Promise<number> {
  const before = await page.getByRole('slider', { name: /轮次|rounds/i }).getAttribute('aria-valuetext');
  await page.evaluate(() => {
    window.bench.rests = [];
    window.bench.keys = [];
  });
  await page.keyboard.press(key);
  await page.waitForFunction(() => window.bench.rests.length > 0, undefined, { polling: 20, timeout: 30_000 });
  const time = await page.evaluate(() => (window.bench.rests[0] ?? 0) - (window.bench.keys[0] ?? 0));
  const after = await page.getByRole('slider', { name: /轮次|rounds/i }).getAttribute('aria-valuetext');
  if (after === before) throw new Error(`${key} changed no round`);
  return time;
}

/** ms from the last key of a query to its answers on screen. */
export async function search(page: Page, query: string): Promise<number> {
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(query.slice(0, -1));
  await page.evaluate(() => {
    window.bench.answers = [];
  });
  await page.keyboard.type(query.slice(-1));
  await page.waitForFunction(() => window.bench.answers.length > 0, undefined, { timeout: 30_000 });
  const ms = await page.evaluate(() => window.bench.answers[0] ?? 0);
  if ((await page.getByRole('option').count()) === 0) throw new Error(`nothing found for ${query}`);
  await page.keyboard.press('Escape');
  return ms;
}

/** Frames a second while the map is dragged in a circle for so many ms. */
export async function pan(page: Page, ms: number): Promise<number> {
  const box = await page.getByRole('application').boundingBox();
  if (!box) throw new Error('no map');
  const [x, y] = [box.x + box.width * 0.55, box.y + box.height * 0.4];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const frames = page.evaluate(
    (time) =>
      new Promise<number>((done) => {
        const start = performance.now();
        let count = 0;
        const next = () => {
          const now = performance.now();
          if (now - start >= time) done((count * 1000) / (now - start));
          else {
            count++;
            requestAnimationFrame(next);
          }
        };
        requestAnimationFrame(next);
      }),
    ms,
  );
  let moving = true;
  const drag = (async () => {
    for (let i = 0; moving; i++) {
      await page.mouse.move(x + 120 * Math.cos(i / 9) - 120, y + 80 * Math.sin(i / 9));
    }
  })();
  const rate = await frames;
  moving = false;
  await drag;
  await page.mouse.up();
  return rate;
}

async function coloursOnMap(page: Page): Promise<number> {
  return page.getByRole('application').evaluate((element) => {
    const seen = new Set<string>();
    for (const canvas of element.querySelectorAll('canvas')) {
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      for (let i = 0; i < data.length; i += 404) seen.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
    }
    return seen.size;
  });
}
