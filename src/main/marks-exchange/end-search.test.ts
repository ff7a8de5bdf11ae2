import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { type Article, articleIdSchema } from '#shared/domain/article.ts';
import { openOn } from '../store/testing/in-memory-store.ts';
import { createMemoryDisk } from '../disk/testing/memory-disk.ts';
import { createLibrary } from '../library/library.ts';
import { type AnchorFinder, createFinderHere } from '../anchoring/finder.ts';
import { createExchange } from './exchange.ts';
import { exportWebAnnotations } from './export-web-annotation.ts';
import { type ImportContext, planImport } from './plan-import.ts';
import { readImport } from './read-import.ts';
import { annotationId } from '#shared/domain/testing/an-annotation.ts';
import { NOW, sampleArticle, exported, mark } from './testing/marked-article.ts';

const article = sampleArticle();
const PASSAGE = 'قال المتحدث إن الأعمال تنتهي قبل الشتاء';

/** A record whose article is known only by its passage. */
const nameless = (id: string) => ({ id, quote: PASSAGE });
const named = (id: string, quote: string) => ({ id, doc: article.id, quote });
const file = (...items: unknown[]) =>
  Buffer.from(JSON.stringify({ format: 'hashiya-annotations', version: 1, items }));

const written = exportWebAnnotations(exported(article, mark(article, 1, PASSAGE)), {
  newId: () => annotationId(99),
  now: NOW,
});

/** The finder of this process, which calls `happens` before each search. */
function finderThat(happens: () => void): AnchorFinder {
  const finder = createFinderHere();
  return {
    find: (where, places) => {
      happens();
      return finder.find(where, places);
    },
  };
}

function plan(bytes: Uint8Array, parts: Partial<ImportContext>) {
  const read = readImport(bytes);
  if (!read.ok) throw new Error(read.error.code);
  return planImport(read.value, {
    library: createLibrary([article]),
    finder: createFinderHere(),
    findAnnotation: () => undefined,
    now: NOW,
    isCancelled: () => false,
    clock: () => 0,
    ...parts,
  });
}

const statesOf = (planned: Awaited<ReturnType<typeof plan>>) =>
  Object.fromEntries(Object.entries(planned?.report.counts ?? {}).filter(([, count]) => count > 0));

describe('the time limit of the search', () => {
  it('is for the whole file, and records that were not searched are reported as such', async () => {
    let nowMs = 0;
    let asked = 0;
    const planned = await plan(
      file(
        ...['a1', 'a2', 'a3', 'a4', 'a5'].map(nameless),
        named('b1', 'قال الناطق إن الأعمال تنتهي قبل الشتاء'),
      ),
      {
        finder: finderThat(() => {
          asked += 1;
          nowMs += 8000;
        }),
        clock: () => nowMs,
      },
    );

    expect(asked).toBe(3);
    expect(statesOf(planned)).toEqual({ exact: 3, unsearched: 2, unanchored: 1 });
    expect(planned?.report.entries.map(({ number, state }) => [number, state])).toEqual([
      [4, 'unsearched'],
      [5, 'unsearched'],
      [6, 'unanchored'],
    ]);
    // Marks that name their article are kept; their anchors are found when the article is opened.
    expect(planned?.annotations).toHaveLength(4);
  });

  it('is not needed for marks at the position in their file', async () => {
    let asked = 0;
    const clock = [0];
    const planned = await plan(Buffer.from(written), {
      finder: finderThat(() => void (asked += 1)),
      clock: () => clock.pop() ?? 99_000,
    });

    expect(asked).toBe(0);
    expect(statesOf(planned)).toEqual({ exact: 1 });
  });

  it('may end while the words of a large library are read, and no partial index is used', async () => {
    let nowMs = 0;
    let texts = 0;
    const others: Article[] = Array.from({ length: 40 }, (_, number) =>
      sampleArticle({
        id: v.parse(articleIdSchema, `other-${number}`),
        contentHash: String(number).padStart(64, '0'),
        title: `عنوان ${number}`,
      }),
    );
    const library = createLibrary([article, ...others]);
    const planned = await plan(file(nameless('a1'), nameless('a2')), {
      library: {
        list: () => library.list(),
        get: (id) => {
          texts += 1;
          nowMs += 3000;
          return library.get(id);
        },
      },
      clock: () => nowMs,
    });

    expect(texts).toBe(7);
    expect(statesOf(planned)).toEqual({ unsearched: 2 });
    expect(planned?.annotations).toEqual([]);
  });

  it('is also reported when the finder gave up an article that could be the only one', async () => {
    const planned = await plan(file({ id: 'a1', quote: `${PASSAGE} قبل` }), {
      finder: { find: async () => [{ state: 'orphan', reason: 'not-searched' }] },
    });

    expect(statesOf(planned)).toEqual({ unsearched: 1 });
  });
});

describe('cancelling', () => {
  it.each([1, 3])('stops after the first of %i records, and makes no plan', async (records) => {
    let asked = 0;
    let compared = 0;
    const list = Array.from({ length: records }, (_, number) => named(`a${number}`, PASSAGE));
    const planned = await plan(file(...list), {
      finder: finderThat(() => void (asked += 1)),
      findAnnotation: () => void (compared += 1),
      isCancelled: () => asked > 0,
    });

    expect({ asked, compared }).toEqual({ asked: 1, compared: 1 });
    expect(planned).toBeNull();
  });

  let folder = '';
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'hashiya-cancel-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('returns no report, leaves nothing to apply, and the next file is read', async () => {
    const path = join(folder, 'a.jsonld');
    writeFileSync(path, file(nameless('a1'), nameless('a2')));
    const fs = createMemoryDisk();
    const store = openOn(fs);
    const heard: boolean[] = [];
    let cancels = true;
    const exchange = createExchange({
      library: createLibrary([article]),
      store,
      finder: finderThat(() => {
        if (cancels) exchange.cancelImport();
      }),
      fs,
      dialogs: { chooseTarget: async () => null, chooseSource: async () => path },
      now: () => NOW,
      onReading: (isReading) => heard.push(isReading),
      onChange: () => undefined,
    });

    expect(await exchange.readImport()).toEqual({ ok: true, value: null });
    expect(heard).toEqual([true, false]);
    expect(store.read(article.id).annotations).toEqual([]);
    cancels = false;
    expect(await exchange.readImport()).toMatchObject({
      ok: true,
      value: { counts: { exact: 2 } },
    });
  });
});
