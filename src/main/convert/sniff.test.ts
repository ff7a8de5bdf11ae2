import { describe, expect, test } from 'vitest';
import { STEEP, growthOf } from '#main/testing/processor-time.ts';
import { sniffFormat } from './sniff.ts';

const sniff = (text: string, name = 'file') => sniffFormat(Buffer.from(text, 'latin1'), name);
const page = { ok: true, value: 'html' };

describe('sniffFormat', () => {
  test.each([
    ['a doctype', '<!DOCTYPE html><html>'],
    [
      'a declaration, a comment and a doctype',
      '<?xml version="1.0"?>\n<!-- a --> <!doctype\nHTML>',
    ],
    [
      'comments on both sides of a declaration',
      '<!-- a --><?xml version="1.0"?><!-- b --><html lang="ar">',
    ],
    ['a doctype with a part of its own', '<!DOCTYPE html [ <!ENTITY a "b"> ]><html>'],
    ['a comment that holds a sign of its end', '<!-- a -- > b --><body>'],
    ['blanks', ' \r\n\t<head>'],
  ])('recognises a page after %s', (_name, text) => {
    expect(sniff(text)).toEqual(page);
  });

  test('does not take a comment without an end, or a tag that only begins like one, for a page', () => {
    expect(sniff('<!-- <html>')).toEqual({ ok: true, value: 'text' });
    expect(sniff('<bodywork>')).toEqual({ ok: true, value: 'text' });
  });

  test('reads each comment only once, however many there are', async () => {
    const growth = await growthOf(
      (letters) => () => {
        for (let file = 0; file < 200; file += 1) sniff('<!-- a -->'.repeat(letters / 10));
      },
      4000,
    );

    expect(growth).toBeLessThan(STEEP);
    expect(sniff(`${'<!-- a -->'.repeat(1000)}<p>`, 'fragment.html')).toEqual(page);
  });
});
