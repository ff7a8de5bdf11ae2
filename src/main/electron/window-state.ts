import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a window is on the desktop; device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the window was left. */
export interface WindowPlace {
  /** Of the window when it does not fill the screen. */
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

/** What the window needs at least. */
export const SMALLEST = { width: 480, height: 400 } as const;

/** So much of the upper edge must be on a screen that one can take hold of it. */
const GRIP = { width: 120, height: 40 } as const;

/**
 * The place where a window can be opened again on the screens that there are now; `null` when it would be out of reach.
 *
 * @param areas  of each screen, without bars of the system
 */
export function fitPlace(place: WindowPlace, areas: readonly Bounds[]): WindowPlace | null {
  const { x, y, width, height } = place.bounds;
  const area = areas.find(
    (each) =>
      Math.min(x + width, each.x + each.width) - Math.max(x, each.x) >= GRIP.width &&
      y >= each.y - 1 &&
      y + GRIP.height <= each.y + each.height,
  );
  if (!area) return null;
  return {
    ...place,
    bounds: {
      x,
      y,
      width: Math.min(Math.max(width, SMALLEST.width), Math.max(area.width, SMALLEST.width)),
      height: Math.min(Math.max(height, SMALLEST.height), Math.max(area.height, SMALLEST.height)),
    },
  };
}

const pathIn = (dataFolder: string): string => join(dataFolder, 'window.json');

/** How the window was left the last time; `null` when nothing sensible is known. */
export function readPlace(dataFolder: string): WindowPlace | null {
  try {
    return toPlace(JSON.parse(readFileSync(pathIn(dataFolder), 'utf8')));
  } catch {
    // The first start, or bytes that are none of ours: the window opens as at the first start.
    return null;
  }
}

/** Takes down how the window is. It is no loss when that fails. */
export function writePlace(dataFolder: string, place: WindowPlace): void {
  const path = pathIn(dataFolder);
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.part`, JSON.stringify(place), { mode: 0o600 });
    renameSync(`${path}.part`, path);
  } catch {
    // A full or read-only disk: the reader is told so when something is lost.
  }
}

function toPlace(stored: unknown): WindowPlace | null {
  if (typeof stored !== 'object' || stored === null || !('bounds' in stored)) return null;
  const { bounds } = stored;
  if (typeof bounds !== 'object' || bounds === null) return null;
  const numbers = ['x', 'y', 'width', 'height'].map((key) => Reflect.get(bounds, key) as unknown);
  if (!numbers.every((each) => Number.isSafeInteger(each))) return null;
  const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number);
  return {
    bounds: { x, y, width, height },
    maximized: 'maximized' in stored && stored.maximized === true,
  };
}
