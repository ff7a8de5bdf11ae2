import { describe, expect, it } from 'vitest';
import { createLinkOpener } from './open-link.ts';

const OWN = 'https://example.org/releases';

/** A system that remembers what it was asked to open, and a reader that remembers what they were asked. */
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
  it('hands over what the app has from its build, without another question', async () => {
    const { open, opened, asked } = anOpener();

    expect(await open(OWN)).toEqual({ ok: true, value: null });
    expect(opened).toEqual([OWN]);
    expect(asked).toEqual([]);
  });

  it('asks itself for any other, and opens nothing without a yes', async () => {
    const { open, opened, asked } = anOpener(async (href) => href.endsWith('yes'));

    expect(await open('https://example.org/no?text=secret')).toEqual({ ok: true, value: null });
    expect(await open('https://example.org/yes')).toEqual({ ok: true, value: null });
    expect(asked).toEqual(['https://example.org/no?text=secret', 'https://example.org/yes']);
    expect(opened).toEqual(['https://example.org/yes']);
  });

  it('asks for one at a time', async () => {
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

  it('says so when the system cannot open anything', async () => {
    const open = createLinkOpener({
      shell: { openExternal: () => Promise.reject(new Error('no browser')) },
      ownAddresses: async () => [OWN],
      ask: async () => true,
    });

    expect(await open(OWN)).toMatchObject({ error: { code: 'link/not-opened' } });
    expect(await open(OWN)).toMatchObject({ error: { code: 'link/not-opened' } });
  });
});
