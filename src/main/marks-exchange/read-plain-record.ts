import * as v from 'valibot';
import { meaningSchema } from '#shared/domain/annotation.ts';
import type { ImportReason } from '#shared/domain/import-report.ts';
import {
  type ReadRecord,
  cutQuote,
  findFault,
  hasForbiddenKeys,
  readId,
  readSpan,
  readTags,
} from './import-record.ts';
import { readTime } from './read-w3c-record.ts';
import { asList, asObject, own, ownOffset, ownString } from './unknown-json.ts';

/**
 * Reads one record of the plain list (`{"format": "hashiya-annotations", "items": […]}`), a simple format for scripts.
 * `id`, `doc` (the article's id) and `quote` are required; `start`, `end` (UTF-16), `note`, `color` (a meaning), `tags`,
 * `created` and `updated` are optional.
 */
export function readPlainRecord(value: unknown, number: number): ReadRecord {
  const record = asObject(value);
  const exact = ownString(record, 'quote') ?? '';
  const refuse = (reason: ImportReason): ReadRecord => ({
    ok: false,
    refused: { number, reason, quote: exact },
  });
  if (!record) return refuse('not-a-record');
  if (hasForbiddenKeys(record)) return refuse('forbidden-key');
  const id = readId(ownString(record, 'id') ?? '');
  if (!id) return refuse('forbidden-id');
  const note = ownString(record, 'note') ?? '';
  const tags = readTags(asList(own(record, 'tags')));
  const fault = findFault({ exact, note, tags });
  if (fault) return refuse(fault);
  const color = own(record, 'color');
  return {
    ok: true,
    record: {
      number,
      id,
      source: { articleId: ownString(record, 'doc'), title: null },
      meaning: v.is(meaningSchema, color) ? color : 'important',
      note,
      tags,
      quote: cutQuote({
        exact,
        prefix: ownString(record, 'prefix') ?? '',
        suffix: ownString(record, 'suffix') ?? '',
      }),
      contentHash: null,
      span: readSpan(ownOffset(record, 'start'), ownOffset(record, 'end')),
      codePoints: null,
      createdAt: readTime(ownString(record, 'created')),
      updatedAt: readTime(ownString(record, 'updated')),
    },
  };
}
