import { deflateRawSync } from 'node:zlib';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import { encodeOwn } from '../../library/own-file.ts';
import { ANNOTATION_FIELDS } from '#shared/domain/testing/an-annotation.ts';
import { anOwnArticle } from '../../library/testing/an-own-article.ts';
import { STRANGE_IDS } from '../../library/testing/strange-ids.ts';
import { encodeFramed } from '../../disk/framed-json.ts';
import { type RawEntry, copyOf, entryOf, originalOf, sha256 } from './build-zip.ts';

const AT = '2026-01-02T03:04:05.000Z';
const NOW = new Date(AT);
const ARTICLES = 'articles.jsonl';
const MARKS = 'marks.jsonl';

/** A malicious copy, and whether the app may offer it. */
export interface HostileCopy {
  readonly kind: string;
  readonly bytes: Uint8Array;
  /** `either` means that the app may restore or refuse it, as long as its question is true. */
  readonly outcome: 'refused' | 'offered' | 'either';
}

/** Returns pseudo-random numbers from 0 to 1, which are the same for the same seed (mulberry32). */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What each kind uses: random numbers, and the ids of articles in the library. */
interface Ground {
  readonly between: (least: number, most: number) => number;
  readonly known: readonly ArticleId[];
}

const line = (article: object): Uint8Array => encodeOwn(article as Article, NOW);
const lines = (articles: readonly object[]): Uint8Array => Buffer.concat(articles.map(line));
const letters = (count: number): string => 'س'.repeat(count);

function article({ between }: Ground, changes: object = {}): Article {
  return { ...anOwnArticle([`مادة ${between(0, 1e9)}`, 'فقرة ثانية.']), ...changes };
}

function annotation(articleId: string, number: number, changes: object = {}): object {
  return {
    ...ANNOTATION_FIELDS,
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    articleId,
    contentHash: 'f'.repeat(64),
    quote: { exact: 'مادة', prefix: '', suffix: '' },
    note: `ملاحظة ${number}`,
    createdAt: AT,
    updatedAt: AT,
    ...changes,
  };
}

function marks(articleId: string, annotations: readonly object[], body: object = {}): Uint8Array {
  const data = { articleId, annotations, bookmarks: [], reading: null, shelf: null };
  const whole = { schemaVersion: 2, revision: 1, savedAt: AT, data, ...body };
  return Buffer.from(encodeFramed(whole), 'utf8');
}

/** Creates content that states another size. Its hash is the one that a reader sees if it stops at that size. */
function lying(content: Uint8Array, sizeBytes: number): RawEntry {
  const seen = Buffer.concat([content, Buffer.alloc(Math.max(0, sizeBytes - content.length))]);
  const hash = sha256(seen.subarray(0, sizeBytes));
  return { ...entryOf(`originals/${hash}`, content), sizeBytes, sha256: hash };
}

const honest = (ground: Ground): RawEntry[] => [
  entryOf(MARKS, marks(ground.known[0] ?? 'guide', [annotation(ground.known[0] ?? 'guide', 1)])),
  entryOf(ARTICLES, line(article(ground))),
];

type Make = (ground: Ground) => Uint8Array;

function shared({ between }: Ground): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(between(1, 60) * 1_000_000));
  const count = between(2, 2000);
  return copyOf(
    Array.from({ length: count }, (_, at): RawEntry => {
      const hash = sha256(Buffer.from(String(at)));
      const name = `originals/${hash}`;
      return { name, packed, isDeflated: true, sizeBytes: 10, sha256: hash, isShared: at > 0 };
    }),
  );
}

function overlapping(ground: Ground): Uint8Array {
  const bytes = Buffer.from(copyOf([originalOf('أصل أول'), originalOf('أصل ثان')]));
  const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  const size = bytes.readUInt32LE(at + 20) + ground.between(1, 60);
  for (const field of [20, 24]) bytes.writeUInt32LE(size, at + field);
  return bytes;
}

function bent(ground: Ground): Uint8Array {
  const bytes = Buffer.from(copyOf(honest(ground)));
  for (let count = ground.between(1, 30); count > 0; count -= 1)
    bytes[ground.between(0, bytes.length - 1)] = ground.between(0, 255);
  return bytes;
}

function longBlocks(ground: Ground): Uint8Array {
  const blocks = [{ id: 'b0', kind: 'paragraph', text: letters(ground.between(4001, 2_000_000)) }];
  return copyOf([entryOf(ARTICLES, line(article(ground, { blocks })))]);
}

function manyMarks(ground: Ground): Uint8Array {
  const id = ground.known[0] ?? 'guide';
  const count = ground.between(1000, 10_000);
  const all = Array.from({ length: count }, (_, at) => annotation(id, at + 1));
  return copyOf([entryOf(MARKS, marks(id, all))]);
}

function otherTexts(ground: Ground): Uint8Array {
  const ids = ground.known.filter((id) => id.startsWith('own-'));
  return copyOf([entryOf(ARTICLES, lines(ids.map((id) => article(ground, { id }))))]);
}

function strangeId(ground: Ground): Uint8Array {
  const id = STRANGE_IDS[ground.between(0, STRANGE_IDS.length - 1)] ?? 'bin';
  // A good article comes before it, and must not be restored either.
  return copyOf([entryOf(ARTICLES, lines([article(ground), article(ground, { id })]))]);
}

function deep(ground: Ground): Uint8Array {
  const depth = ground.between(1000, 200_000);
  return copyOf([entryOf(ARTICLES, `${'['.repeat(depth)}${']'.repeat(depth)}\n`)]);
}

function foreign(ground: Ground): Uint8Array {
  const [first = 'guide', second = 'welcome'] = ground.known;
  return copyOf([entryOf(MARKS, marks(first, [annotation(second, 1), annotation(first, 2)]))]);
}

const oneOriginal = (entry: RawEntry): Uint8Array => copyOf([entry]);

const KINDS: readonly (readonly [string, HostileCopy['outcome'], Make])[] = [
  ['honest', 'offered', (ground) => copyOf(honest(ground))],
  ['bomb', 'refused', ({ between }) => oneOriginal(lying(Buffer.alloc(between(1, 150) * 1e6), 10))],
  [
    'large bomb',
    'refused',
    ({ between }) => oneOriginal(lying(Buffer.alloc(between(20, 150) * 1e6), 15_000_000)),
  ],
  ['shared records', 'refused', shared],
  ['overlap', 'refused', overlapping],
  ['longer', 'refused', ({ between }) => oneOriginal(lying(Buffer.alloc(between(2, 3e6), 1), 1))],
  [
    'shorter',
    'refused',
    ({ between }) => oneOriginal(lying(Buffer.from('أ'), between(3, 2_000_000))),
  ],
  ['strange id', 'refused', strangeId],
  [
    'false hashes of texts',
    'offered',
    (ground) =>
      copyOf([
        entryOf(ARTICLES, line(article(ground, { contentHash: '0'.repeat(64), wordCount: 1e9 }))),
      ]),
  ],
  [
    'false hash of an entry',
    'refused',
    (ground) => copyOf([{ ...entryOf(ARTICLES, line(article(ground))), sha256: '0'.repeat(64) }]),
  ],
  [
    'cut',
    'refused',
    (ground) => {
      const bytes = copyOf(honest(ground));
      return bytes.slice(0, ground.between(0, bytes.length - 1));
    },
  ],
  ['bent', 'either', bent],
  [
    'giant outlet',
    'either',
    (ground) =>
      copyOf([
        entryOf(ARTICLES, line(article(ground, { outlet: letters(ground.between(513, 4e6)) }))),
      ]),
  ],
  ['giant block', 'offered', longBlocks],
  [
    'giant quote',
    // A mark that is longer than any that this version could write is refused with its copy.
    'either',
    (ground) => {
      const exact = letters(ground.between(200_001, 3_000_000));
      const quote = { exact, prefix: '', suffix: '' };
      return copyOf([entryOf(MARKS, marks('guide', [annotation('guide', 1, { quote })]))]);
    },
  ],
  ['many marks', 'offered', manyMarks],
  [
    'many articles',
    'offered',
    (ground) =>
      copyOf([
        entryOf(
          ARTICLES,
          lines(Array.from({ length: ground.between(10, 60) }, () => article(ground))),
        ),
      ]),
  ],
  [
    'a line twice',
    'refused',
    (ground) => {
      const one = article(ground);
      return copyOf([entryOf(ARTICLES, lines([one, article(ground), one]))]);
    },
  ],
  ['an entry twice', 'refused', () => copyOf([originalOf('أصل'), originalOf('أصل')])],
  ['other texts', 'offered', otherTexts],
  ['marks of another article', 'offered', foreign],
  ['deep', 'refused', deep],
  [
    'giant settings',
    'refused',
    () => copyOf([entryOf('settings.json', `{"a":"${letters(600_000)}"}`)]),
  ],
  [
    'a line without an end',
    'refused',
    () => copyOf([entryOf(ARTICLES, Buffer.alloc(33_000_000, 'a'), false)]),
  ],
  [
    'no UTF-8',
    'refused',
    ({ between }) => copyOf([entryOf(MARKS, Buffer.alloc(between(1, 9999), 0xff))]),
  ],
  [
    'a newer version',
    'either',
    (ground) =>
      copyOf([entryOf(MARKS, marks('guide', [], { schemaVersion: ground.between(3, 9) }))]),
  ],
];

/** How many kinds exist. A series of that many copies has one of each. */
export const HOSTILE_KINDS = KINDS.length;

/**
 * Creates the copy of a number, the same at every call.
 *
 * @param known  articles of the library that restores it; the first one may get marks
 */
export function hostileCopy(
  number: number,
  seed: number,
  known: readonly ArticleId[],
): HostileCopy {
  const chance = createChance(seed * 100_003 + number);
  const between = (least: number, most: number) =>
    Math.floor(least + chance() * (most - least + 1));
  const found = KINDS[number % KINDS.length];
  if (!found) throw new Error('no kinds');
  const [kind, outcome, make] = found;
  return { kind, outcome, bytes: make({ between, known }) };
}
