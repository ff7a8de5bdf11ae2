import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '#renderer/bridge/queries.ts';

export interface Mounted {
  readonly container: HTMLElement;
  /** The cache that the queries of the component use. */
  readonly client: QueryClient;
  /** Renders something else in the same container. */
  readonly render: (element: ReactNode) => void;
  readonly unmount: () => void;
}

const mounted = new Set<Mounted>();

/** Renders into the page of a browser test. The element and its effects exist when the call returns. */
export function mount(element: ReactNode, client = createQueryClient()): Mounted {
  const container = document.createElement('main');
  document.body.append(container);
  const root = createRoot(container);
  const render = (next: ReactNode): void =>
    flushSync(() => root.render(<QueryClientProvider client={client}>{next}</QueryClientProvider>));
  render(element);
  const result: Mounted = {
    container,
    client,
    render,
    unmount: () => {
      if (!mounted.delete(result)) return;
      flushSync(() => root.unmount());
      container.remove();
      client.clear();
    },
  };
  mounted.add(result);
  return result;
}

/** What a hook returned when its component was rendered last. */
export interface MountedHook<Value, Props> extends Omit<Mounted, 'render'> {
  readonly value: () => Value;
  /** Renders the component of the hook again with other arguments. */
  readonly rerender: (props: Props) => void;
}

/** Renders a component that does nothing but call a hook. */
export function mountHook<Value, Props>(
  useHook: (props: Props) => Value,
  first: NoInfer<Props>,
  client?: QueryClient,
): MountedHook<Value, Props> {
  let latest: { readonly value: Value } | null = null;
  const remember = (value: Value): void => {
    latest = { value };
  };
  function Component({ given }: { readonly given: Props }) {
    const value = useHook(given);
    useLayoutEffect(() => remember(value));
    return null;
  }
  const { render, ...rest } = mount(<Component given={first} />, client);
  return {
    ...rest,
    value: () => {
      if (!latest) throw new Error('the hook was not called');
      return latest.value;
    },
    rerender: (given) => render(<Component given={given} />),
  };
}

/** Removes everything that a test has rendered. */
export function unmountAll(): void {
  for (const each of mounted) each.unmount();
}
