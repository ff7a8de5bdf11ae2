import { parse as parseYaml } from 'yaml';
import * as v from 'valibot';
import { type Article, articleIdSchema, articleSchema } from '#shared/domain/article.ts';
import type { Block } from '#shared/domain/block.ts';
import { onOneLine } from '#shared/domain/text.ts';
import { EDTF_DATE, MAX_TITLE_UTF16 } from '#shared/domain/limits.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import { sha256 } from '../disk/checksum.ts';

/** What is wrong with the source of a bundled article: the file, the field and the reason. */
export interface ArticleSourceError extends Coded {
  readonly code: 'library/bad-source';
  readonly params: { readonly file: string; readonly field: string; readonly reason: string };
}

const names = v.optional(v.array(v.pipe(v.string(), v.trim(), v.minLength(1))), []);
const emptyAsNull = (schema: v.GenericSchema<string>) =>
  v.optional(
    v.nullable(
      v.union([
        v.pipe(
          v.literal(''),
          v.transform(() => null),
        ),
        schema,
      ]),
    ),
    null,
  );

const frontMatterSchema = v.strictObject({
  id: articleIdSchema,
  kind: v.picklist(['article', 'guide']),
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_TITLE_UTF16)),
  standfirst: v.pipe(v.string(), v.trim(), v.minLength(1)),
  outlet: emptyAsNull(v.pipe(v.string(), v.trim(), v.minLength(1))),
  date: emptyAsNull(v.pipe(v.string(), v.regex(EDTF_DATE, 'not an EDTF date'))),
  dateNote: emptyAsNull(v.pipe(v.string(), v.trim(), v.minLength(1))),
  places: names,
  people: names,
  organisations: names,
  subjects: names,
  license: v.literal('MIT'),
});

/**
 * Parses the source of a bundled article (Markdown with YAML front matter).
 *
 * Blank lines separate blocks; `## ` starts a heading. Other Markdown is not part of the format and is refused, so
 * that no mark-up reaches a reader as text.
 *
 * @param file file name for messages, such as `guide.md`
 * @param source the text of the file
 */
export function parseArticle(file: string, source: string): Result<Article, ArticleSourceError> {
  const refuse = (field: string, reason: string) =>
    fail<ArticleSourceError>({ code: 'library/bad-source', params: { file, field, reason } });

  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source);
  if (!parts) return refuse('front matter', 'missing');
  const front = tryParse(frontMatterSchema, readYaml(parts[1] ?? ''));
  if (!front.success) {
    const issue = front.issues[0];
    return refuse(v.getDotPath(issue) ?? 'front matter', issue.message);
  }
  const { standfirst, license: _license, ...metadata } = front.output;
  if (`${metadata.id}.md` !== file)
    return refuse('id', `must be the file's name, is ${metadata.id}`);
  const body = readBlocks(parts[2] ?? '');
  const bad = body.find((block) => /^[#>*\-+`|]|\]\(|\*\*/.test(block.text));
  if (bad) return refuse('body', `mark-up that is not supported: ${bad.text.slice(0, 40)}`);
  if (!body.some((block) => block.kind === 'paragraph')) return refuse('body', 'empty');

  const blocks: Block[] = [{ kind: 'standfirst' as const, text: standfirst }, ...body].map(
    (block, index) => ({ id: `b${index}`, ...block }),
  );
  const text = canonicalText(blocks);
  const article = {
    ...metadata,
    language: 'ar' as const,
    blocks,
    contentHash: sha256(text),
    wordCount: text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
  };
  return succeed(v.parse(articleSchema, article));
}

function readYaml(text: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    // The schema rejects the message as front matter and reports the file.
    return error instanceof Error ? error.message : null;
  }
}

function readBlocks(body: string): Omit<Block, 'id'>[] {
  return body
    .normalize('NFC')
    .split(/\r?\n\s*\r?\n/u)
    .map((piece) => onOneLine(piece.trim()))
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith('## ')
        ? { kind: 'heading', text: piece.slice(3).trim() }
        : { kind: 'paragraph', text: piece },
    );
}
