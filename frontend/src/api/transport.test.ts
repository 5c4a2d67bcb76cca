import { describe, expect, test, vi } from 'vitest';
import { AppError } from './errors';
import { installTransport } from './transport';

type Call = (...args: unknown[]) => Promise<unknown>;

function installed(answer: () => Promise<Response>) {
  const send = vi.fn(answer);
  const host: { go?: { app: { Atlas: Record<string, Call> } } } = {};
  installTransport(host as never, send as never);
  return { send, atlas: host.go!.app.Atlas };
}

describe('the browser transport', () => {
  test('posts the arguments as a JSON array to a relative address', async () => {
    const { send, atlas } = installed(async () => new Response('{"roundId":"r1"}'));
    await expect(atlas.Round!('r1')).resolves.toEqual({ roundId: 'r1' });
    expect(send).toHaveBeenCalledWith('rpc/Round', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '["r1"]',
    });
  });

  test('rejects with the sentence of the program', async () => {
    const failure = { code: 'not_found', text: { zh: '项目中没有这个小区', en: 'The project has no such estate' } };
    const { atlas } = installed(async () => new Response(JSON.stringify(failure), { status: 422 }));
    const error = await atlas.Card!(1, 'r1').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('not_found');
  });

  test('says that the program does not answer when it was closed', async () => {
    const { atlas } = installed(async () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(atlas.Session!()).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('says the same of an answer that is not from the program', async () => {
    const { atlas } = installed(async () => new Response('<html>proxy error</html>'));
    await expect(atlas.Session!()).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('a refusal in plain words is still an AppError', async () => {
    const { atlas } = installed(async () => new Response('no such method', { status: 404 }));
    await expect(atlas.Hack!()).rejects.toMatchObject({ code: 'internal' });
  });

  test('leaves the bindings of the window alone', () => {
    const own = { app: {} };
    const host = { go: own };
    installTransport(host);
    expect(host.go).toBe(own);
  });
});
