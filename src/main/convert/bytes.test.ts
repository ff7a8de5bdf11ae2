import { describe, expect, it } from 'vitest';
import { decodeBase64, findBytes, latin1 } from './bytes.ts';

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('bytes without Node', () => {
  it('become one letter each, including the C1 controls', () => {
    const many = Buffer.from(Array.from({ length: 100 }, () => [...EVERY_BYTE]).flat());

    expect(latin1(many)).toBe(many.toString('latin1'));
  });

  it.each([
    ['abcabd', 'abd', 0],
    ['aaaa', 'ab', 0],
    ['abab', 'ab', 1],
    ['ab', 'abc', 0],
    ['', 'a', 0],
    ['xaab', 'aab', 0],
    ['ab', 'b', 5],
  ])('of %j find %j from %i on, as Node does', (text, sought, from) => {
    const [bytes, wanted] = [Buffer.from(text), Buffer.from(sought)];

    expect(findBytes(bytes, wanted, from)).toBe(bytes.indexOf(wanted, from));
  });

  it.each([0, 1, 2, 3, 76, 255])('are decoded from Base64 with line ends, %i of them', (length) => {
    const bytes = EVERY_BYTE.subarray(0, length);
    const lines = Buffer.from(bytes)
      .toString('base64')
      .replace(/.{1,20}/g, '$&\r\n');

    expect(Buffer.from(decodeBase64(Buffer.from(lines)))).toEqual(Buffer.from(bytes));
  });

  it('are decoded from invalid Base64 as far as possible', () => {
    expect(decodeBase64(Buffer.from('\u0000é=*'))).toHaveLength(0);
    expect(Buffer.from(decodeBase64(Buffer.from('YW*J\u0000j')))).toEqual(Buffer.from('abc'));
  });
});
