import { describe, expect, it } from 'vitest';
import { requestedPath } from './app-address.ts';

describe('requestedPath', () => {
  it('returns the page for the bare address, and files by their names', () => {
    expect(requestedPath('app://hashiya/')).toBe('/index.html');
    expect(requestedPath('app://hashiya/assets/index.js')).toBe('/assets/index.js');
  });

  it.each([
    'app://elsewhere/index.html',
    'app://hashiya.example/index.html',
    'https://hashiya/index.html',
    'file:///etc/passwd',
    'app://hashiya/..%2f..%2fetc/passwd',
    'app://hashiya/%252e%252e/main/index.cjs',
    'app://hashiya/..%5c..%5cmain',
    'app://hashiya/index.html%00.png',
    'app://hashiya/%E0%A4%A',
    'not an address',
  ])('refuses %s', (address) => {
    expect(requestedPath(address)).toBeNull();
  });
});
