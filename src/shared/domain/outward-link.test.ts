import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_LINK_UTF16 } from './limits.ts';
import { readOutwardLink, showHiddenLetters } from './outward-link.ts';

const codeOf = (address: string): string => {
  const read = readOutwardLink(address);
  return read.ok ? 'ok' : read.error.code;
};

const hrefOf = (address: string): string | null => {
  const read = readOutwardLink(address);
  return read.ok ? read.value.href : null;
};

describe('readOutwardLink', () => {
  it.each([
    ['https://example.org/', 'https://example.org/'],
    ['HTTP://EXAMPLE.org', 'http://example.org/'],
    ['https://example.org:8443/a?b=c#d', 'https://example.org:8443/a?b=c#d'],
    ['https://ar.example.org/حدود', 'https://ar.example.org/%D8%AD%D8%AF%D9%88%D8%AF'],
    ['mailto:someone@example.org?subject=A', 'mailto:someone@example.org?subject=A'],
  ])('takes %s', (address, href) => {
    expect(hrefOf(address)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'FILE://server/share',
    'app://hashiya/index.html',
    'hashiya://open?doc=x',
    'blob:https://example.org/1',
    'view-source:https://example.org/',
    'ftp://example.org/',
    'ws://example.org/',
    'smb://server/share',
    'ms-msdt:/id',
    'search-ms:query=x',
    'tel:+1',
    'about:blank',
    'chrome://settings',
    'intent://x#Intent;end',
    'c:/windows/system32/calc.exe',
  ])('refuses the scheme of %s', (address) => {
    expect(codeOf(address)).toBe('link/scheme');
  });

  it.each([
    'java\tscript:alert(1)',
    'https://exam\nple.org/',
    ' https://example.org/',
    'https://example.org/\u0000',
    'https://example.org/\u202Egpj.exe',
    'https://exa\u200Bmple.org/',
    'https://example.org/\u2066x\u2069',
    'https://example.org/\u00A0x',
    'https://example.org/\u3000',
    'https://example.org\\@other.example/',
    'https:\\\\example.org/',
    'https://example.org/\uD800',
    'mailto:a@example.org?subject=x%0D%0ABcc:b@example.org',
    '\u0001javascript:alert(1)',
  ])('refuses what cannot be seen: %j', (address) => {
    expect(codeOf(address)).toBe('link/hidden-letters');
  });

  it.each([
    '',
    'example.org',
    '//example.org/',
    '/etc/passwd',
    'https:example.org',
    'https:/example.org',
    'https:///example.org',
    'https://',
    'https://exa%mple.org/',
    'https://256.256.256.256/',
    'mailto:',
    'mailto:-flag@example.org',
    'mailto:a@example.org,b@example.org',
    'mailto:a@example.org?body=x,attachment=/etc/passwd',
    "mailto:a@example.org?subject=x'y",
    'mailto:a@example.org?attach=/etc/passwd',
    'mailto:a@example.org?subject=x&ATTACHMENT=/etc/passwd',
    'mailto:a@example.org#x',
  ])('refuses what is no plain address: %s', (address) => {
    expect(codeOf(address)).toBe('link/not-an-address');
  });

  it.each([
    'https://user:secret@example.org/',
    'https://bank.example@other.example/',
    'https://@example.org/',
  ])('refuses a name before the site: %s', (address) => {
    expect(codeOf(address)).toBe('link/password');
  });

  it('refuses an address that is too long before or after escaping', () => {
    const start = 'https://example.org/';

    expect(codeOf(start + 'a'.repeat(MAX_LINK_UTF16 - start.length))).toBe('ok');
    expect(codeOf(start + 'a'.repeat(MAX_LINK_UTF16))).toBe('link/too-long');
    expect(codeOf(start + 'ا'.repeat(MAX_LINK_UTF16 / 4))).toBe('link/too-long');
  });

  it('shows the real name of a site that looks like another', () => {
    const cyrillic = 'https://\u0430pple.example/';

    const read = readOutwardLink(cyrillic);

    expect(read).toMatchObject({ ok: true, value: { isForeignName: true } });
    expect(hrefOf(cyrillic)).toBe('https://xn--pple-43d.example/');
  });

  it('emphasises the site that the address leads to, even when its name occurs again', () => {
    const read = readOutwardLink('https://s/http:/s?s');

    expect(read).toMatchObject({ value: { parts: ['https://', 's', '/http:/s?s'] } });
  });

  it('accepts, whatever the characters, only plain, stable and complete addresses of three kinds', () => {
    const pieces = fc.constantFrom(
      ...'http https mailto javascript file : / // \\ @ ? # % %0a a B . - ::1 [ ] 127.1'.split(' '),
      ...'\t\n \u202E\u200D\u064A\u0430',
    );
    const made = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
    const address = fc.oneof(
      made,
      made.map((tail) => `https://${tail}`),
      made.map((tail) => `mailto:a@b.example${tail}`),
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
    );
    let taken = 0;
    fc.assert(
      fc.property(address, (text) => {
        const read = readOutwardLink(text);
        if (!read.ok) return;
        taken += 1;
        const { href, parts } = read.value;
        expect(href).toMatch(/^(?:https?:\/\/[^/@\\\s]+\/|mailto:)[\x21-\x7E]*$/);
        expect(new URL(href)).toMatchObject({ username: '', password: '', href });
        expect(parts.join('')).toBe(href);
        expect(readOutwardLink(href)).toEqual(read);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

describe('showHiddenLetters', () => {
  it('names hidden and reordering characters and keeps all others', () => {
    expect(showHiddenLetters('a\u202Eb\tc')).toEqual([
      { text: 'a', hidden: false },
      { text: 'U+202E', hidden: true },
      { text: 'b', hidden: false },
      { text: 'U+0009', hidden: true },
      { text: 'c', hidden: false },
    ]);
  });
});
