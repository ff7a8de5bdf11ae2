import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fitPlace, readPlace, writePlace } from './window-place.ts';

const folder = mkdtempSync(join(tmpdir(), 'hashiya-window-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FIRST = { x: 0, y: 0, width: 1920, height: 1050 };
const SECOND = { x: -1280, y: 0, width: 1280, height: 1000 };
const at = (x: number, y: number, width = 1000, height = 700) => ({
  bounds: { x, y, width, height },
  maximized: false,
});

describe('the place of the window', () => {
  it('is what was taken down', () => {
    writePlace(folder, { ...at(40, 60), maximized: true });

    expect(readPlace(folder)).toEqual({ ...at(40, 60), maximized: true });
  });

  it.each(['', '{', 'null', '{"bounds":1}', '{"bounds":{"x":"1","y":2,"width":3,"height":4}}'])(
    'is unknown when %j is stored',
    (text) => {
      writeFileSync(join(folder, 'window.json'), text);

      expect(readPlace(folder)).toBeNull();
    },
  );

  it('stays on any screen that is there', () => {
    expect(fitPlace(at(-1200, 50), [FIRST, SECOND])).toEqual(at(-1200, 50));
  });

  it('is given up when its screen was taken away, or its upper edge is out of reach', () => {
    expect(fitPlace(at(-1200, 50), [FIRST])).toBeNull();
    expect(fitPlace(at(100, -300), [FIRST])).toBeNull();
    expect(fitPlace(at(100, 1040), [FIRST])).toBeNull();
    expect(fitPlace(at(1900, 50), [FIRST])).toBeNull();
  });

  it('becomes no larger than the screen and no smaller than the window can be', () => {
    expect(fitPlace(at(0, 0, 4000, 3000), [FIRST])?.bounds).toEqual(FIRST);
    expect(fitPlace(at(0, 0, 10, 10), [FIRST])).toBeNull();
    expect(fitPlace(at(0, 0, 200, 100), [FIRST])?.bounds).toMatchObject({
      width: 480,
      height: 400,
    });
  });
});
