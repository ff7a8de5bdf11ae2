import fs from 'node:fs';
import Module from 'node:module';

/** Modules that reach out of the process, or start another. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'dns/promises',
  'http',
  'http2',
  'https',
  'inspector',
  'inspector/promises',
  'net',
  'repl',
  'tls',
  'wasi',
  'worker_threads',
]);

/** What changes something on the disk. */
const WRITES =
  /^(?:append|chmod|chown|copyFile|cp|create|fchmod|fchown|ftruncate|futimes|fsync|lchmod|lchown|link|lutimes|mkdir|mkdtemp|rename|rm|symlink|truncate|unlink|utimes|write)/;

/** Ways of `process` to native code, which would lead around all of this. */
const NATIVE = ['binding', '_linkedBinding', 'dlopen', 'kill'] as const;

function refuse(what: string): never {
  throw new Error(`not in the converter: ${what}`);
}

/** The name of a module, unless it is one of those. */
const allowed = (request: string): string =>
  FORBIDDEN.has(request.replace(/^node:/, '')) ? refuse(`the module ${request}`) : request;

/**
 * Takes from this process what no conversion needs: starting programs, sockets, writing files, native modules.
 *
 * A hurdle for what already runs inside the process as a script, and no wall: the system still allows all of it, and
 * files can still be read. Called when everything that is loaded at the start is loaded.
 */
export function confine(): void {
  const loader = Module as unknown as {
    _load: (request: string, ...rest: unknown[]) => unknown;
  };
  const load = loader._load.bind(Module);
  loader._load = (request, ...rest) => load(allowed(request), ...rest);
  // Missing in Node 18, whatever the types say; pdf.js asks it for what it reads with.
  const builtin = (
    process as { getBuiltinModule?: (request: string) => unknown }
  ).getBuiltinModule?.bind(process);
  if (builtin)
    Object.defineProperty(process, 'getBuiltinModule', {
      value: (request: string): unknown => builtin(allowed(request)),
    });
  for (const from of [fs, fs.promises] as unknown as Record<string, unknown>[])
    for (const name of Object.keys(from))
      if (WRITES.test(name) && typeof from[name] === 'function')
        from[name] = () => refuse(`fs.${name}`);
  const open = fs.openSync;
  fs.openSync = (path, flags, mode) =>
    flags === undefined || flags === 'r' || flags === fs.constants.O_RDONLY
      ? open(path, flags ?? 'r', mode)
      : refuse('a file that is opened for writing');
  const others = fs as unknown as Record<string, unknown>;
  others['open'] = () => refuse('fs.open');
  fs.promises.open = () => refuse('fs.promises.open');
  Module.syncBuiltinESMExports();
  for (const name of NATIVE)
    Object.defineProperty(process, name, { value: () => refuse(`process.${name}`) });
  for (const name of ['fetch', 'WebSocket', 'EventSource'])
    Object.defineProperty(globalThis, name, { value: () => refuse(name) });
}
