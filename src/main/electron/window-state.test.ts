import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fitToScreens, readWindowState, writeWindowState } from './window-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'hashiya-window-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FIRST = { x: 0, y: 0, width: 1920, height: 1050 };
const SECOND = { x: -1280, y: 0, width: 1280, height: 1000 };
const at = (x: number, y: number, width = 1000, height = 700) => ({
  bounds: { x, y, width, height },
  maximized: false,
});

describe('the state of the window', () => {
  it('is read as it was written', () => {
    writeWindowState(folder, { ...at(40, 60), maximized: true });

    expect(readWindowState(folder)).toEqual({ ...at(40, 60), maximized: true });
  });

  it.each(['', '{', 'null', '{"bounds":1}', '{"bounds":{"x":"1","y":2,"width":3,"height":4}}'])(
    'is unknown when %j is stored',
    (text) => {
      writeFileSync(join(folder, 'window.json'), text);

      expect(readWindowState(folder)).toBeNull();
    },
  );

  it('is kept on any present screen', () => {
    expect(fitToScreens(at(-1200, 50), [FIRST, SECOND])).toEqual(at(-1200, 50));
  });

  it('is discarded when its screen is missing or its upper edge is out of reach', () => {
    expect(fitToScreens(at(-1200, 50), [FIRST])).toBeNull();
    expect(fitToScreens(at(100, -300), [FIRST])).toBeNull();
    expect(fitToScreens(at(100, 1040), [FIRST])).toBeNull();
    expect(fitToScreens(at(1900, 50), [FIRST])).toBeNull();
  });

  it('is limited to the size of the screen and to the smallest window', () => {
    expect(fitToScreens(at(0, 0, 4000, 3000), [FIRST])?.bounds).toEqual(FIRST);
    expect(fitToScreens(at(0, 0, 10, 10), [FIRST])).toBeNull();
    expect(fitToScreens(at(0, 0, 200, 100), [FIRST])?.bounds).toMatchObject({
      width: 480,
      height: 400,
    });
  });
});
