import { describe, expect, it } from 'vitest';
import { COMMANDS, type Command } from '#shared/commands/table.ts';
import { ICON_NAMES, iconPaths } from './icons.ts';

/** Several commands about the same thing may share its icon. */
const SAME_THING: Readonly<Record<string, readonly string[]>> = {
  search: ['find.open', 'selection.search', 'search.focus', 'go.search'],
  saved: ['saved.toggle', 'go.saved'],
  hl: ['highlight.again', 'go.annotations'],
};

describe('icons', () => {
  it('are drawn differently, each of them', () => {
    const drawings = ICON_NAMES.map((name) => JSON.stringify(iconPaths(name)));
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  it('stand for one thing in the palette', () => {
    const uses = new Map<string, string[]>();
    for (const { id, icon, keyOnly } of COMMANDS as readonly Command[])
      if (!keyOnly) uses.set(icon, [...(uses.get(icon) ?? []), id]);
    const shared = [...uses].filter(([, ids]) => ids.length > 1);
    expect(Object.fromEntries(shared)).toEqual(SAME_THING);
  });
});
