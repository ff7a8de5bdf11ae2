import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';

/** Loads modules and returns the regular expressions that they create with `new RegExp`, by file. */
export async function recordMadeRegexes(
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly RegExp[]>> {
  const made = new Map<string, RegExp[]>(files.map((file) => [file, []]));
  const Original = globalThis.RegExp;
  const record = (regex: RegExp): RegExp => {
    // The first caller outside this file decides, because expressions of packages are not ours.
    const places = (new Error('where').stack ?? '').split('\n').slice(1);
    const maker = places.find((place) => !place.includes('made-regexes')) ?? '';
    const file = files.find((each) =>
      maker.replaceAll('\\', '/').includes(each.replaceAll('\\', '/')),
    );
    if (file !== undefined) made.get(file)?.push(regex);
    return regex;
  };
  globalThis.RegExp = new Proxy(Original, {
    construct: (_target, [pattern, flags]) => record(new Original(pattern, flags)),
    apply: (_target, _self, [pattern, flags]) => record(new Original(pattern, flags)),
  });
  // Modules that the test itself has loaded are loaded again.
  vi.resetModules();
  try {
    for (const file of files) await import(pathToFileURL(file).href);
  } finally {
    globalThis.RegExp = Original;
  }
  return made;
}
