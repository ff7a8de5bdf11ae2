import { useRef } from 'react';

type Functions<All> = { readonly [Name in keyof All]: (...args: never[]) => void };

/**
 * Returns functions that stay the same objects at every rendering and call the latest given ones, so that memoised
 * components are not drawn again.
 */
export function useStableFunctions<All extends Functions<All>>(functions: All): All {
  const latest = useRef(functions);
  latest.current = functions;
  const stable = useRef<All>(null);
  stable.current ??= Object.fromEntries(
    Object.keys(functions).map((name) => [
      name,
      (...args: never[]) => latest.current[name as keyof All](...args),
    ]),
  ) as All; // The entries were made from `functions`, so every name has its function.
  return stable.current;
}
