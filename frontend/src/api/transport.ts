// One frontend, two transports. In the window Wails has put window.go in place before this module runs. In a browser we put
// an object of the same shape there that posts to rpc/<Method>, so the generated bindings run unchanged.

import { AppError, unreachable } from './errors';

interface Bindings {
  go?: { app?: { Atlas?: unknown }; desktop?: { Window?: unknown } };
}

/** Installs the HTTP transport where Wails has not installed its own. Addresses are relative: the page lies below a token. */
export function installTransport(
  host: Bindings = window as unknown as Bindings,
  send: typeof fetch = (...args) => fetch(...args),
): void {
  if (host.go) return;
  const atlas = new Proxy(
    {},
    {
      get:
        (_, method) =>
        (...args: unknown[]) =>
          call(send, String(method), args),
    },
  );
  host.go = { app: { Atlas: atlas } };
}

async function call(send: typeof fetch, method: string, args: unknown[]): Promise<unknown> {
  let response: Response;
  try {
    response = await send(`rpc/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(args),
    });
  } catch {
    throw unreachable();
  }
  const body = await response.text();
  if (!response.ok) throw AppError.parse(body || response.statusText);
  try {
    return JSON.parse(body);
  } catch {
    throw unreachable();
  }
}
