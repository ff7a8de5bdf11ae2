import { useLayoutEffect, useRef } from 'react';
import { COMMANDS, type Command, type CommandId } from '#shared/commands/table.ts';

/** What runs a command, and when it can. */
export interface CommandHandler {
  readonly run: () => void;
  /** Called when the key is pressed. A command without this function is always enabled. */
  readonly isEnabled?: () => boolean;
}

export type CommandHandlers = Readonly<Partial<Record<CommandId, CommandHandler | (() => void)>>>;

/** The sources of handlers, the latest last. The latest is asked first, because it is on top of the window. */
const registered: (() => CommandHandlers)[] = [];

/** Registers what runs commands as long as the component is mounted. */
export function useCommands(handlers: CommandHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  // A layout effect registers before the page is painted, because a key may be pressed at once.
  useLayoutEffect(() => registerCommands(() => latest.current), []);
}

/** Registers a source of handlers. @returns the function that removes it */
export function registerCommands(source: () => CommandHandlers): () => void {
  registered.push(source);
  return () => void registered.splice(registered.indexOf(source), 1);
}

/** The function that runs a command now; `null` when nothing can. */
export function handlerOf(id: CommandId): (() => void) | null {
  for (const source of registered.toReversed()) {
    const handler = source()[id];
    if (typeof handler === 'function') return handler;
    if (handler && (handler.isEnabled?.() ?? true)) return handler.run;
  }
  return null;
}

/** The commands that can run now, in the order of the table. */
export const availableCommands = (): readonly Command[] =>
  COMMANDS.filter(({ id }) => handlerOf(id) !== null);

/** Runs a command. @returns false when nothing can run it */
export function runCommand(id: CommandId): boolean {
  const run = handlerOf(id);
  run?.();
  return run !== null;
}
