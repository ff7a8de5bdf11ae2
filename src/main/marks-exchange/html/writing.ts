import { type Leads, readLeads } from '#shared/document/leads.ts';
import { type Nearby, createNearby } from '#shared/document/nearby.ts';
import { topLevelOf } from '#shared/document/heading-level.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Block } from '#shared/domain/block.ts';
import { escapeHtml } from '../escape-html.ts';
import type { NumberedMark } from '../numbered-mark.ts';

/** What the text of one article is written with. */
export interface Writing {
  /** A prefix that makes ids unique in a page with several articles. */
  readonly prefix: string;
  readonly topLevel: number;
  readonly leads: Leads;
  readonly nearby: Nearby<NumberedMark>;
  /** The ids of the notes to which a reference has been written; the first reference is where the note leads back. */
  readonly reached: Set<string>;
}

export const startWriting = (
  article: Article,
  marks: readonly NumberedMark[],
  prefix: string,
): Writing => ({
  prefix,
  topLevel: topLevelOf(article.blocks),
  leads: readLeads(article.blocks),
  nearby: createNearby(marks, article.structure?.pages ?? []),
  reached: new Set(),
});

/** Returns the attributes that a block has in any element, with a blank before each. */
export function attributesOf({ id, language, direction }: Block, writing: Writing): string {
  const name = writing.leads.referred.has(id) ? ` id="${writing.prefix}-${id}"` : '';
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`;
  return `${name}${lang}${direction === undefined ? '' : ` dir="${direction}"`}`;
}
