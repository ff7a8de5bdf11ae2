import type { Part } from './walk.ts';

/** Neighbouring parts that are all inside a quotation, or all outside. */
export interface Stretch {
  readonly isQuoted: boolean;
  readonly parts: readonly Part[];
}

/** Groups what stands inside a quotation. */
export function* groupQuotes(parts: Iterable<Part>): Generator<Stretch> {
  let group: { readonly isQuoted: boolean; readonly parts: Part[] } | null = null;
  for (const part of parts) {
    const block = part.blocks[0]?.block;
    const isQuoted = block?.kind === 'quote' || block?.isQuoted === true;
    if (group !== null && group.isQuoted === isQuoted) group.parts.push(part);
    else {
      if (group !== null) yield group;
      group = { isQuoted, parts: [part] };
    }
  }
  if (group !== null) yield group;
}
