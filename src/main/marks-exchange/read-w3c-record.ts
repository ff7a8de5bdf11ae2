import * as v from 'valibot';
import { type Meaning, meaningSchema } from '#shared/domain/annotation.ts';
import type { ImportReason } from '#shared/domain/import-report.ts';
import { isUtcTime } from '#shared/domain/time.ts';
import {
  type ReadRecord,
  cutQuote,
  findFault,
  hasForbiddenKeys,
  readId,
  readSpan,
  readTags,
} from './import-record.ts';
import { type JsonObject, asList, asObject, own, ownOffset, ownString } from './unknown-json.ts';
import { articleOfIri, withoutUuidPrefix } from './web-annotation.ts';

/** The meaning of a mark for which the file states none. */
const USUAL_MEANING: Meaning = 'important';

/**
 * Reads one annotation of the W3C model, written by Hashiya or another program. Bodies may be texts or objects, one or
 * many; the first text quote of the target counts. The form of Hypothesis (`text`, `tags`, `document`) is accepted too.
 */
export function readW3cRecord(value: unknown, number: number): ReadRecord {
  const record = asObject(value);
  const target = readTarget(record);
  const refuse = (reason: ImportReason): ReadRecord => ({
    ok: false,
    refused: { number, reason, quote: target?.exact ?? '' },
  });
  if (!record) return refuse('not-a-record');
  if (hasForbiddenKeys(record)) return refuse('forbidden-key');
  const givenId = ownString(record, 'id') ?? ownString(record, '@id');
  const { meaning, note, tags } = readBodies(record);
  if (!target) return refuse('no-passage');
  const id = readId(withoutUuidPrefix(givenId ?? JSON.stringify([target.exact, note])));
  if (!id) return refuse('forbidden-id');
  const fault = findFault({ exact: target.exact, note, tags });
  if (fault) return refuse(fault);
  const createdAt = readTime(ownString(record, 'created'));
  const updatedAt = readTime(ownString(record, 'modified') ?? ownString(record, 'updated'));
  const { exact: _exact, ...place } = target;
  return { ok: true, record: { number, id, meaning, note, tags, ...place, createdAt, updatedAt } };
}

function readTarget(record: JsonObject | null) {
  for (const value of asList(own(record, 'target'))) {
    const target = asObject(value);
    const selectors = asList(own(target, 'selector')).map(asObject);
    const ofType = (type: string) =>
      selectors.find((selector) => asList(own(selector, 'type')).includes(type)) ?? null;
    const quote = ofType('TextQuoteSelector');
    const exact = ownString(quote, 'exact');
    if (exact === null) continue;
    const position = ofType('TextPositionSelector');
    const contentHash = ownString(target, 'hashiya:contentHash');
    const [prefix = '', suffix = ''] = ['prefix', 'suffix'].map(
      (key) => ownString(quote, key) ?? '',
    );
    const whole = { exact, prefix, suffix };
    return {
      exact,
      // A quote written by Hashiya is not shortened.
      quote: contentHash === null ? cutQuote(whole) : whole,
      source: readSource(record, target),
      contentHash,
      span: readSpan(
        ownOffset(target, 'hashiya:utf16Start'),
        ownOffset(target, 'hashiya:utf16End'),
      ),
      codePoints: readSpan(ownOffset(position, 'start'), ownOffset(position, 'end')),
    };
  }
  return null;
}

function readSource(record: JsonObject | null, target: JsonObject | null) {
  const given = own(target, 'source');
  const source = asObject(given);
  const iri = typeof given === 'string' ? given : (ownString(source, 'id') ?? '');
  const document = asObject(own(record, 'document'));
  const titles = [
    ...['dcterms:title', 'dc:title', 'title'].map((key) => own(source, key)),
    ...asList(own(document, 'title')),
  ];
  const title = titles.find((each) => typeof each === 'string') ?? null;
  return { articleId: articleOfIri(iri), title };
}

function readBodies(record: JsonObject | null) {
  const notes: string[] = [];
  const tags: unknown[] = [...asList(own(record, 'tags'))];
  let meaning = USUAL_MEANING;
  for (const value of asList(own(record, 'body') ?? own(record, 'bodyValue'))) {
    const body = asObject(value);
    const text = typeof value === 'string' ? value : ownString(body, 'value');
    if (text === null) continue;
    const purposes = asList(own(body, 'purpose'));
    if (purposes.includes('classifying') && v.is(meaningSchema, text)) meaning = text;
    else if (purposes.includes('tagging') || purposes.includes('classifying')) tags.push(text);
    else notes.push(text);
  }
  const text = ownString(record, 'text');
  if (text !== null) notes.push(text);
  return { meaning, note: notes.join('\n\n'), tags: readTags(tags) };
}

/** Returns a time as ISO 8601 in UTC, unchanged if it already is; `null` for anything else. */
export function readTime(text: string | null): string | null {
  if (text === null || isUtcTime(text)) return text;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
