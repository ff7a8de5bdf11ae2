import { topLevelOf } from '#shared/document/heading-level.ts';
import { type Leads, readLeads } from '#shared/document/leads.ts';
import { type Nearby, type Near, createNearby } from '#shared/document/nearby.ts';
import type { PlacedBlock } from '#shared/document/walk.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Block } from '#shared/domain/block.ts';
import type { NumberedMark } from '../numbered-mark.ts';

/** What the text of one article is written with. */
export interface Writing {
  readonly topLevel: number;
  readonly leads: Leads;
  /** The names of the notes that the text refers to, by the ids of their blocks. */
  readonly notes: ReadonlyMap<string, string>;
  readonly nearby: Nearby<NumberedMark>;
}

/** A sign that can be the name of a footnote. */
const NAME = /^[\p{L}\p{N}]{1,10}$/u;

/** @param prefix  makes the names of notes unique in a file with several articles; empty for one article */
export function startWriting(
  article: Article,
  marks: readonly NumberedMark[],
  prefix: string,
): Writing {
  const leads = readLeads(article.blocks);
  return {
    topLevel: topLevelOf(article.blocks),
    leads,
    notes: nameNotes(article.blocks, leads, prefix),
    nearby: createNearby(marks, article.structure?.pages ?? []),
  };
}

/** A writing for a passage alone, in which nothing refers to anything. */
export const ALONE: Writing = {
  topLevel: 1,
  leads: readLeads([]),
  notes: new Map(),
  nearby: () => ({ marks: [], pages: [] }),
};

/** Names the notes by their signs, or by their blocks when a sign is used twice or is no name. */
function nameNotes(blocks: readonly Block[], { referred }: Leads, prefix: string) {
  const names = new Map<string, string>();
  const used = new Set<string>();
  for (const { id, kind, sign = '' } of blocks) {
    if (kind !== 'note' || !referred.has(id)) continue;
    const name = NAME.test(sign) && !used.has(sign) ? sign : id;
    used.add(name);
    names.set(id, `${prefix}${name}`);
  }
  return names;
}

/** Finds what is near a block. Each block is asked for once, in the order of the text. */
export const nearBlock = ({ block, start }: PlacedBlock, { nearby }: Writing): Near<NumberedMark> =>
  nearby(start, start + block.text.length + 1);
