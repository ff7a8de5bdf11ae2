import { useRef } from 'react';

type Functions<All> = { readonly [Name in keyof All]: (...args: never[]) => void };

/** The same functions at every rendering, which do what was asked for last: for components that are drawn seldom. */
export function useStableFunctions<All extends Functions<All>>(functions: All): All {
  const latest = useRef(functions);
  latest.current = functions;
  const stable = useRef<All>(null);
  stable.current ??= Object.fromEntries(
    Object.keys(functions).map((name) => [
      name,
      (...args: never[]) => latest.current[name as keyof All](...args),
    ]),
  ) as All; // Every name has its function.
  return stable.current;
}
