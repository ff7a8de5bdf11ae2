import { describe, expect, it } from 'vitest';
import { COMMANDS, type Command } from '#shared/commands/table.ts';
import { ICON_NAMES, iconPaths } from './icons.ts';

/** Commands that may share an icon, because they are about the same thing. */
const SAME_THING: Readonly<Record<string, readonly string[]>> = {
  search: ['find.open', 'selection.search', 'search.focus', 'go.search'],
  saved: ['saved.toggle', 'go.saved'],
  hl: ['highlight.again', 'go.annotations'],
};

describe('icons', () => {
  it('have drawings of which no two are the same', () => {
    const drawings = ICON_NAMES.map((name) => JSON.stringify(iconPaths(name)));
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  it('stand for one thing each in the palette', () => {
    const uses = new Map<string, string[]>();
    for (const { id, icon, keyOnly } of COMMANDS as readonly Command[])
      if (!keyOnly) uses.set(icon, [...(uses.get(icon) ?? []), id]);
    const shared = [...uses].filter(([, ids]) => ids.length > 1);
    expect(Object.fromEntries(shared)).toEqual(SAME_THING);
  });
});
