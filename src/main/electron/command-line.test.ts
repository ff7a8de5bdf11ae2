import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

const NOTHING = { smoke: false, screenshot: null, paths: [] };

describe('the command line', () => {
  it('reads the documented switches and the paths of files', () => {
    expect(
      readCommandLine(
        ['--smoke', '--screenshot=/tmp/a.png', 'مقال.txt', '/data/b.epub'],
        '/home/r',
      ),
    ).toEqual({
      smoke: true,
      screenshot: '/tmp/a.png',
      paths: ['/home/r/مقال.txt', '/data/b.epub'],
    });
  });

  it.each([
    'hashiya://open?article=a',
    'HASHIYA:open',
    'https://example.com/a.txt',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,<b>',
    'app://hashiya/index.html',
    'vbscript:x',
    'mailto:a@b.c',
  ])('opens no address: %s', (address) => {
    expect(readCommandLine([address], '/')).toEqual(NOTHING);
  });

  it('ignores every other switch', () => {
    const dashed = fc.string().map((text) => `-${text}`);
    const isKnown = (text: string): boolean =>
      text === '--smoke' || text.startsWith('--screenshot=');

    fc.assert(
      fc.property(fc.array(dashed.filter((text) => !isKnown(text))), (argv) => {
        expect(readCommandLine(argv, '/')).toEqual(NOTHING);
      }),
    );
  });

  it('opens no address, whatever its scheme', () => {
    const scheme = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9+.-]{1,20}$/);

    fc.assert(
      fc.property(scheme, fc.string(), (name, rest) => {
        expect(readCommandLine([`${name}:${rest}`], '/')).toEqual(NOTHING);
      }),
    );
  });
});
