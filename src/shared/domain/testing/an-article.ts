import * as v from 'valibot';
import { type Article, articleSchema } from '../article.ts';
import type { Block } from '../block.ts';

/** The value of every detail that a test does not name. A test of the schema uses it unchanged. */
export const ARTICLE_DETAILS = {
  id: 'sample',
  kind: 'article',
  title: 'عنوان',
  outlet: null,
  date: null,
  dateNote: null,
  language: 'ar',
  places: [],
  people: [],
  organisations: [],
  subjects: [],
  contentHash: 'a'.repeat(64),
  wordCount: 5,
} as const;

/** The fields of an article as a test writes them: ids need no brand. */
type Changes = { readonly [Field in keyof Article]?: unknown };

/** Makes blocks `b0`, `b1` and so on: `# ` begins a heading, `> ` the standfirst. */
export const toBlocks = (texts: readonly string[]): Block[] =>
  texts.map((text, index) => ({
    id: `b${index}`,
    kind: text.startsWith('# ') ? 'heading' : text.startsWith('> ') ? 'standfirst' : 'paragraph',
    text: text.replace(/^[#>] /u, ''),
  }));

/** Builds an article of these paragraphs. Its content hash is not that of the text, unless `changes` names it. */
export const anArticle = (texts: readonly string[], changes: Changes = {}): Article =>
  v.parse(articleSchema, { ...ARTICLE_DETAILS, blocks: toBlocks(texts), ...changes });
