import { describe, expect, it } from 'vitest';
import { CHANNELS } from '#shared/contract/channels.ts';
import type { Handlers } from '#shared/contract/contract.ts';
import { succeed } from '#shared/domain/result.ts';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { answer, bindContract } from './ipc-binding.ts';

/** Handlers that record the inputs that reached them. */
function spyHandlers() {
  const reached: unknown[] = [];
  const handlers = Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      (input: unknown) => {
        reached.push(input);
        return succeed(null);
      },
    ]),
  );
  // Every channel has a handler; their answers do not matter here.
  return { reached, handlers: handlers as unknown as Handlers };
}

const circular: Record<string, unknown> = {};
circular['self'] = circular;

const WRONG: readonly unknown[] = [
  undefined,
  null,
  0,
  Number.NaN,
  '',
  'text',
  true,
  [],
  [{}],
  { articleId: '../../etc/passwd' },
  { articleId: '__proto__', extra: 1 },
  { text: 42 },
  { ['__proto__']: { polluted: true }, unknown: 1 },
  circular,
  10n,
  new Date(0),
  new Map(),
  new Set(),
  new ArrayBuffer(8),
  new Uint8Array(2_000_000),
  /x/,
  new Error('x'),
  { articleId: new Map() },
  { text: new Uint8Array(2_000_000) },
  Array.from({ length: 10_000 }).reduce<unknown>((inner) => ({ inner }), 0),
  Array.from({ length: 2_000_000 }),
  'ا'.repeat(2_000_000),
];

describe('answer', () => {
  it.each(CHANNELS)('refuses every wrong input of %s before its handler', async (channel) => {
    const { handlers, reached } = spyHandlers();

    for (const input of WRONG) {
      expect(await answer(channel, handlers, input)).toMatchObject({ ok: false });
    }
    expect(reached).toEqual([]);
  });

  it('refuses unknown keys and an input larger than a megabyte', async () => {
    const { handlers } = spyHandlers();

    expect(await answer('library/list', handlers, { surprise: 1 })).toMatchObject({
      error: { code: 'ipc/bad-input' },
    });
    expect(
      await answer('search/query', handlers, { text: 'x'.repeat(1_000_001), matching: 'close' }),
    ).toMatchObject({ error: { code: 'ipc/too-large' } });
  });

  it('passes a valid input to the handler', async () => {
    const { handlers, reached } = spyHandlers();
    const input = { text: 'داعش', matching: 'close', typing: true };

    await answer('search/query', handlers, input);

    expect(reached).toEqual([input]);
  });
});

describe('a bound contract', () => {
  /** A page at the address of the app, and a call from it. */
  const callFrom = (url: string) => {
    const mainFrame = { url };
    const page = { mainFrame } as unknown as WebContents;
    return { page, call: { sender: page, senderFrame: mainFrame } as IpcMainInvokeEvent };
  };

  it('answers only the page of its own window, whatever the address of another page', async () => {
    const { handlers, reached } = spyHandlers();
    const own = callFrom('app://hashiya/');
    const other = callFrom('app://hashiya/');
    const elsewhere = callFrom('app://converter/');
    const bound = bindContract(handlers, () => undefined, own.page);

    const refused = { ok: false, error: { code: 'ipc/refused' } };
    expect(await bound('library/list', other.call, [{}])).toEqual(refused);
    expect(await bound('library/list', elsewhere.call, [{}])).toEqual(refused);
    expect(
      await bindContract(handlers, () => undefined, elsewhere.page)(
        'library/list',
        elsewhere.call,
        [{}],
      ),
    ).toEqual(refused);
    expect(reached).toEqual([]);
    expect(await bound('library/list', own.call, [{ from: 0 }])).toMatchObject({ ok: true });
  });
});
