import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestFileName } from './file-name.ts';

const suggest = (title: string) => suggestFileName(title, 'حاشية', 'md');

describe('suggestFileName', () => {
  it.each([
    ['الحدود مع سوريا', 'الحدود مع سوريا.md'],
    ['../../etc/cron.d/x', 'etc-cron.d-x.md'],
    ['CON', 'حاشية-CON.md'],
    ['NUL.txt', 'حاشية-NUL.txt.md'],
    ['aux.', 'حاشية-aux.md'],
    ['a:b|c?d*e"<>', 'a-b-c-d-e---.md'],
    ['\u202egpj.exe', 'gpj.exe.md'],
    ['', 'حاشية.md'],
    ['.', 'حاشية.md'],
    ['a\u0000b\n', 'a b.md'],
  ])('turns %j into the name %j', (title, name) => {
    expect(suggest(title)).toBe(name);
  });

  it('cuts a long name between letters, but never between a letter and its mark', () => {
    const name = suggest('مَّ'.repeat(300));

    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^(?:مَّ)+\.md$/u);
  });

  it('never yields a name that a system refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const name = suggest(title);

        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]|^[.\s]|\.\.md$|\s\.md$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      }),
    );
  });
});
