/** Types of `electron.mjs`, for tests and benchmarks written in TypeScript. */
export interface Runtime {
  /** The executable. */
  readonly path: string;
  readonly version: string;
  /** Whether it is the old one from the registry, which stands in for the official one. */
  readonly fallback: boolean;
}

export function resolveElectron(): Runtime;
export function ensureElectron(options?: { readonly official?: boolean }): Promise<Runtime>;
export function runtimeEnv(electron: Pick<Runtime, 'fallback'>): Record<string, string>;
