import { describe, expect, it } from 'vitest';
import { isolateFileName, splitFileName } from './file-names.ts';

const shown = (name: string): string =>
  isolateFileName(name).replaceAll('\u2066', '[').replaceAll('\u2069', ']');

describe('file names', () => {
  it.each([
    ['قصاصة 36.txt', 'قصاصة [36.txt]'],
    ['حاشية-4 2026-11-29.hashiya', 'حاشية-[4] [2026-11-29.hashiya]'],
    ['خبر.txt', 'خبر.[txt]'],
    ['مقال (1).docx', 'مقال ([1]).[docx]'],
    ['report_v2.final.pdf', '[report_v2.final.pdf]'],
    ['مسودة', 'مسودة'],
    ['.hidden', '[.hidden]'],
    ['notes بالعربية.md', '[notes] بالعربية.[md]'],
  ])('keep the order of %j', (name, expected) => {
    expect(shown(name)).toBe(expected);
    expect(
      splitFileName(name)
        .map(({ text }) => text)
        .join(''),
    ).toBe(name);
  });
});
