/** What one process of the app tried to reach. */
interface Connections {
  readonly name: string;
  readonly calls: number;
  readonly inet: number;
  readonly inet6: number;
  readonly examples: readonly string[];
}

interface Journey {
  readonly done: readonly string[];
  readonly failed?: string;
  readonly code: number | null;
  readonly connections: readonly Connections[];
}

export const STEPS: readonly string[];

/** Runs the journey in the built app. */
export function runJourney(options: {
  readonly electron: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly under?: 'strace' | 'unshare' | '';
  readonly plant?: 'main' | 'renderer' | 'worker' | '';
}): Promise<Journey>;
