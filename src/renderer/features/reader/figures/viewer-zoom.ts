/** Steps of the zoom buttons and keys. */
const STEP = 1.25;
/** Smallest and largest zoom, as a share of the picture's own size. */
const MIN_ZOOM = 0.05;
const MAX_ZOOM = 8;

/** Width and height in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Returns the zoom at which the whole picture is in sight. A small picture keeps its own size. */
export function zoomToFit(picture: Size, room: Size): number {
  if (room.width <= 0 || room.height <= 0) return 1;
  return Math.min(1, room.width / picture.width, room.height / picture.height);
}

/** Returns the next zoom in or out. It stops at the picture's own size on the way. */
export function nextZoom(zoom: number, direction: 'in' | 'out'): number {
  const next = direction === 'in' ? zoom * STEP : zoom / STEP;
  const passesOwnSize = (zoom - 1) * (next - 1) < 0 && Math.abs(zoom - 1) > 0.001;
  return Math.min(Math.max(passesOwnSize ? 1 : next, MIN_ZOOM), MAX_ZOOM);
}

/** Returns the number of the next or previous picture, within the first and the last. */
export const neighbour = (index: number, by: 1 | -1, count: number): number =>
  Math.min(Math.max(index + by, 0), count - 1);
