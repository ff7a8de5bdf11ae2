import { describe, expect, it } from 'vitest';
import { openLink } from './open-link.ts';

/** A system that remembers what it was asked to open. */
function spyShell() {
  const opened: string[] = [];
  return { opened, shell: { openExternal: async (address: string) => void opened.push(address) } };
}

describe('openLink', () => {
  it('hands over what the reader was shown, to the letter', async () => {
    const { opened, shell } = spyShell();

    expect(await openLink(shell, 'https://example.org/a')).toEqual({ ok: true, value: null });
    expect(opened).toEqual(['https://example.org/a']);
  });

  it.each([
    ['javascript:alert(1)', 'link/scheme'],
    ['file:///etc/passwd', 'link/scheme'],
    ['https://a@example.org/', 'link/password'],
    ['https://example.org', 'link/not-an-address'],
    ['HTTPS://example.org/', 'link/not-an-address'],
    ['https://example.org/\u202E', 'link/hidden-letters'],
  ])('judges again what the window says: %s', async (address, code) => {
    const { opened, shell } = spyShell();

    expect(await openLink(shell, address)).toEqual({ ok: false, error: { code } });
    expect(opened).toEqual([]);
  });

  it('says so when the system cannot open anything', async () => {
    const shell = { openExternal: () => Promise.reject(new Error('no browser')) };

    expect(await openLink(shell, 'https://example.org/')).toMatchObject({
      error: { code: 'link/not-opened' },
    });
  });
});
