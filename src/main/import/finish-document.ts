import { MAX_TITLE_UTF16 } from '#shared/domain/limits.ts';
import { type Losses, oneLine } from './clean-text.ts';
import { canonicalLanguage, directionOfLetters, languageOfLetters } from './details/language.ts';
import { readsAsHeadline, titleInName } from './details/headline.ts';
import type { DocumentFormat, Found, ImportedBlock, ImportedDocument } from './document.ts';
import type { ImportRemark } from '#shared/domain/import-codes.ts';
import { Refusal } from './refusal.ts';
import { MAX_TEXT_UTF16 } from './limits.ts';
import { splitLongBlock } from './split-block.ts';

/** What a format's room found; the rest is found in the text. */
export interface Draft {
  readonly format: DocumentFormat;
  /** The file's name, for a title of last resort. */
  readonly name: string;
  readonly blocks: readonly ImportedBlock[];
  /** Whether the first lines may hold what surrounds an article on a page. */
  readonly isPage: boolean;
  readonly remarks: readonly ImportRemark[];
  readonly losses: Losses;
  readonly title?: Found | null;
  readonly outlet?: Found | null;
  readonly author?: Found | null;
  readonly date?: Found | null;
  readonly language?: string | null;
  readonly direction?: 'rtl' | 'ltr' | null;
}

/**
 * Makes a document of a draft: details that the file does not state are looked for in its text, paragraphs that
 * are too long are cut, and what was lost is said.
 *
 * @throws Refusal `import/no-text` without a word, `import/too-large` above MAX_TEXT_UTF16
 */
export function finishDocument(draft: Draft): ImportedDocument {
  const blocks = draft.blocks
    .map(({ kind, text }) => ({ kind, text: oneLine(text) }))
    .filter(({ text }) => text !== '');
  checkSize(blocks);
  const [title, body] = takeTitle(draft, blocks);
  const text = body.map((block) => block.text).join('\n');
  return {
    format: draft.format,
    title:
      title === null ? null : { ...title, value: oneLine(title.value).slice(0, MAX_TITLE_UTF16) },
    outlet: draft.outlet ?? null,
    author: draft.author ?? null,
    date: draft.date ?? null,
    language: canonicalLanguage(draft.language ?? '') ?? languageOfLetters(text),
    direction: draft.direction ?? directionOfLetters(text),
    blocks: body.flatMap(splitLongBlock),
    remarks: [...draft.remarks, ...remarksOn(draft.losses)],
  };
}

function checkSize(blocks: readonly ImportedBlock[]): void {
  const words = blocks.some(({ kind, text }) => kind !== 'image' && /[\p{L}\p{N}]/u.test(text));
  if (!words) throw new Refusal('import/no-text');
  const size = blocks.reduce((sum, { text }) => sum + text.length + 1, 0);
  if (size > MAX_TEXT_UTF16) throw new Refusal('import/too-large');
}

function takeTitle(
  { title, name }: Draft,
  blocks: readonly ImportedBlock[],
): [Found | null, readonly ImportedBlock[]] {
  if (title) return [title, blocks];
  const [first, ...rest] = blocks;
  if (first && rest.length > 0 && first.kind !== 'item' && readsAsHeadline(first.text)) {
    return [{ value: first.text, from: 'text' }, rest];
  }
  const named = titleInName(name);
  return [named === null ? null : { value: named, from: 'file-name' }, blocks];
}

function remarksOn({ lost, controls }: Losses): ImportRemark[] {
  const remarks: ImportRemark[] = [];
  if (lost > 0) remarks.push({ code: 'import/characters-lost', params: { count: lost } });
  if (controls > 0) remarks.push({ code: 'import/controls-left-out', params: { count: controls } });
  return remarks;
}
