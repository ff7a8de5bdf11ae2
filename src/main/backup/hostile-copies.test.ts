import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { OWN_ID } from '#shared/domain/limits.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { anOwnArticle } from '../library/testing/an-own-article.ts';
import { FIRST, FOLDER, SECOND, putAnnotation } from '../store/testing/in-memory-store.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { type Seen, findLie, marksOf } from './testing/find-lie.ts';
import { HOSTILE_KINDS, hostileCopy } from './testing/hostile-copies.ts';
import { COPY_PATH, type LibraryHere, openLibraryHere } from './testing/library-here.ts';

const SEED = 7;

function see({ store, own }: LibraryHere): Seen {
  const articles = own.list().map(({ id }) => {
    const read = own.read(id);
    if (!read.ok) throw new Error(`${id}: ${read.error.code}`);
    const { title, blocks, contentHash } = read.value;
    const hash = createHash('sha256').update(canonicalText(blocks), 'utf8').digest('hex');
    // The hash must be the one of the text, whatever the copy says.
    expect(contentHash, id).toBe(hash);
    return [id, { title, contentHash }] as const;
  });
  return {
    articles: new Map(articles),
    marks: new Map(store.articleIds().flatMap((id) => marksOf(id, store.read(id)))),
  };
}

it('hostile copies are refused, or do what the question says and nothing else', async () => {
  const disk = createMemoryDisk();
  const library = openLibraryHere(disk, 100);
  const own = [anOwnArticle(['مادتي الأولى']), anOwnArticle(['مادتي الثانية'])];
  for (const article of own) await library.own.add(article);
  library.store.change(FIRST, [putAnnotation(FIRST, 1)]);
  library.store.change(SECOND, [putAnnotation(SECOND, 2)]);
  const known = [FIRST, SECOND, ...own.map(({ id }) => id)];
  const tried = new Set<string>();
  let seen = see(library);

  for (let number = 0; number < HOSTILE_KINDS; number += 1) {
    const { kind, bytes, outcome } = hostileCopy(number, SEED, known);
    tried.add(kind);
    disk.put(COPY_PATH, bytes);
    const before = seen;

    const offer = await library.backup.choose();

    const found = offer.ok && offer.value ? 'offered' : 'refused';
    if (outcome !== 'either') expect(found, kind).toBe(outcome);
    expect(see(library), kind).toEqual(before);
    if (!offer.ok || !offer.value) continue;
    const restored = await library.backup.restore(offer.value.token, { withSettings: false });
    expect(restored, kind).toEqual({ ok: true, value: null });
    seen = see(library);
    expect(findLie(offer.value, before, seen), kind).toBeNull();
  }

  expect(tried.size).toBe(HOSTILE_KINDS);
  const names = new Set(disk.list(`${FOLDER}/library`));
  const strange = [...names].filter(
    (name) => !OWN_ID.test(name) && !/^(?:originals|next|catalogue-\d+\.log)$/.test(name),
  );
  expect(strange).toEqual([]);
}, 240_000);
