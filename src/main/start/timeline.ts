/** Points of a start in the main process; the window's own come from its performance entries. */
export type StartPoint = 'mainStarted' | 'ready' | 'windowOpened' | 'wired';

const points = new Map<StartPoint, number>();

/** Remembers when a point was reached, epoch ms. */
export function reach(point: StartPoint): void {
  points.set(point, Date.now());
}

/** Milliseconds from `launchedAt` (epoch ms) to each point reached so far. */
export function sinceLaunch(launchedAt: number): Record<string, number> {
  return Object.fromEntries(
    [...points].map(([point, at]) => [`${point}Ms`, Math.round(at - launchedAt)]),
  );
}
