import { useLayoutEffect, useRef } from 'react';
import { COMMANDS, type Command, type CommandId } from '#shared/commands/table.ts';

/** What carries a command out here and now. */
export interface CommandHandler {
  readonly run: () => void;
  /** Asked at the moment of the key; a command without it can always be carried out. */
  readonly isEnabled?: () => boolean;
}

export type CommandHandlers = Readonly<Partial<Record<CommandId, CommandHandler | (() => void)>>>;

/** Who carries out commands, the latest last: what lies on top of the window goes first. */
const registered: (() => CommandHandlers)[] = [];

/** Carries out commands while the component is there. */
export function useCommands(handlers: CommandHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  // With the page on the screen, not after: a key may come at once.
  useLayoutEffect(() => registerCommands(() => latest.current), []);
}

/** Registers a source of handlers; returns what takes it away. */
export function registerCommands(source: () => CommandHandlers): () => void {
  registered.push(source);
  return () => void registered.splice(registered.indexOf(source), 1);
}

/** What carries a command out now; `null` when nothing can. */
export function handlerOf(id: CommandId): (() => void) | null {
  for (const source of registered.toReversed()) {
    const handler = source()[id];
    if (typeof handler === 'function') return handler;
    if (handler && (handler.isEnabled?.() ?? true)) return handler.run;
  }
  return null;
}

/** The commands that can be carried out now, in the order of the table. */
export const availableCommands = (): readonly Command[] =>
  COMMANDS.filter(({ id }) => handlerOf(id) !== null);

/** Carries a command out; false when nothing can. */
export function runCommand(id: CommandId): boolean {
  const run = handlerOf(id);
  run?.();
  return run !== null;
}
