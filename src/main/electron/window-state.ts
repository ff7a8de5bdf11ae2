import { join } from 'node:path';
import { readSmallJson, writeSmallJson } from '../disk/small-json.ts';

/** The rectangle of a window on the desktop, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the window was when it was closed. */
export interface WindowState {
  /** The bounds of the window when it is neither maximised nor full-screen. */
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

/** The smallest useful size of the window. */
export const SMALLEST = { width: 480, height: 400 } as const;

/** This much of the upper edge must be on a screen, so that the reader can drag the window. */
const GRIP = { width: 120, height: 40 } as const;

/**
 * Fits the state of a window to the present screens, or returns `null` when the window would be out of reach.
 *
 * @param areas the work area of each screen, without the bars of the system
 */
export function fitToScreens(state: WindowState, areas: readonly Bounds[]): WindowState | null {
  const { x, y, width, height } = state.bounds;
  const area = areas.find(
    (each) =>
      Math.min(x + width, each.x + each.width) - Math.max(x, each.x) >= GRIP.width &&
      y >= each.y - 1 &&
      y + GRIP.height <= each.y + each.height,
  );
  if (!area) return null;
  return {
    ...state,
    bounds: {
      x,
      y,
      width: Math.min(Math.max(width, SMALLEST.width), Math.max(area.width, SMALLEST.width)),
      height: Math.min(Math.max(height, SMALLEST.height), Math.max(area.height, SMALLEST.height)),
    },
  };
}

/** The app never writes a file this large. */
const MAX_BYTES = 64 * 1024;

const pathIn = (dataFolder: string): string => join(dataFolder, 'window.json');

/** Reads the last state of the window; `null` when it is missing or invalid. */
export function readWindowState(dataFolder: string): WindowState | null {
  return toState(readSmallJson(pathIn(dataFolder), MAX_BYTES));
}

/** Saves the state of the window. A failure does no harm. */
export function writeWindowState(dataFolder: string, state: WindowState): void {
  writeSmallJson(pathIn(dataFolder), state);
}

function toState(stored: unknown): WindowState | null {
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
