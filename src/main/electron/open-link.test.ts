import { describe, expect, it } from 'vitest';
import { createLinkOpener } from './open-link.ts';

const OWN = 'https://example.org/releases';

/** An opener with a system that records what it opens, and a reader who records what they are asked. */
function anOpener(reader: (href: string) => Promise<boolean> = async () => true) {
  const opened: string[] = [];
  const asked: string[] = [];
  const open = createLinkOpener({
    shell: { openExternal: async (address) => void opened.push(address) },
    ownAddresses: async () => [OWN],
    ask: ({ href }) => {
      asked.push(href);
      return reader(href);
    },
  });
  return { open, opened, asked };
}

describe('opening an address outside', () => {
  it('opens an address of the build itself without another question', async () => {
    const { open, opened, asked } = anOpener();

    expect(await open(OWN)).toEqual({ ok: true, value: null });
    expect(opened).toEqual([OWN]);
    expect(asked).toEqual([]);
  });

  it('asks before it opens any other address, and opens nothing without consent', async () => {
    const { open, opened, asked } = anOpener(async (href) => href.endsWith('yes'));

    expect(await open('https://example.org/no?text=secret')).toEqual({ ok: true, value: null });
    expect(await open('https://example.org/yes')).toEqual({ ok: true, value: null });
    expect(asked).toEqual(['https://example.org/no?text=secret', 'https://example.org/yes']);
    expect(opened).toEqual(['https://example.org/yes']);
  });

  it('asks about one address at a time', async () => {
    let say: (yes: boolean) => void = () => undefined;
    const { open, opened, asked } = anOpener(() => new Promise((resolve) => (say = resolve)));

    const first = open('https://example.org/1');
    const others = await Promise.all(
      Array.from({ length: 200 }, (_, number) => open(`https://example.org/${number + 2}`)),
    );
    say(true);
    await first;

    for (const other of others)
      expect(other).toMatchObject({ error: { code: 'link/one-at-a-time' } });
    expect(asked).toEqual(['https://example.org/1']);
    expect(opened).toEqual(['https://example.org/1']);
  });

  it.each([
    ['javascript:alert(1)', 'link/scheme'],
    ['file:///etc/passwd', 'link/scheme'],
    ['https://a@example.org/', 'link/password'],
    ['https://example.org', 'link/not-an-address'],
    ['HTTPS://example.org/', 'link/not-an-address'],
    ['https://example.org/\u202E', 'link/hidden-letters'],
  ])('judges again what the window says: %s', async (address, code) => {
    const { open, opened, asked } = anOpener();

    expect(await open(address)).toEqual({ ok: false, error: { code } });
    expect([...opened, ...asked]).toEqual([]);
  });

  it('fails when the system cannot open the address', async () => {
    const open = createLinkOpener({
      shell: { openExternal: () => Promise.reject(new Error('no browser')) },
      ownAddresses: async () => [OWN],
      ask: async () => true,
    });

    expect(await open(OWN)).toMatchObject({ error: { code: 'link/not-opened' } });
    expect(await open(OWN)).toMatchObject({ error: { code: 'link/not-opened' } });
  });
});
