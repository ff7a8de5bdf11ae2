/** Points of a start in the main process. The window's own points are in its performance entries. */
export type StartPoint = 'mainStarted' | 'ready' | 'windowOpened' | 'wired';

const points = new Map<StartPoint, number>();

/** Records the present time (epoch ms) as the time of a point. */
export function reach(point: StartPoint): void {
  points.set(point, Date.now());
}

/** Returns the milliseconds from `launchedAt` (epoch ms) to each point reached so far. */
export function sinceLaunch(launchedAt: number): Record<string, number> {
  return Object.fromEntries(
    [...points].map(([point, at]) => [`${point}Ms`, Math.round(at - launchedAt)]),
  );
}
