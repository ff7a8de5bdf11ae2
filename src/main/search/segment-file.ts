import { endianness } from 'node:os';
import { type Result, fail, succeed } from '#shared/domain/result.ts';
import type { IndexError, SearchableArticle } from './engine.ts';
import { ANALYZER_VERSION } from './index-keys.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { type AverageLengths, LunrIndex } from './lunr-index.ts';
import type { Vocabulary } from './vocabulary.ts';
import { sha256, startSha256 } from '../disk/checksum.ts';

/** The version of the file format; the analyzer has a version of its own. */
const FORMAT = 'hashiya-segment 1';

/** The content of a segment file: articles split into words, and their index. */
export interface StoredSegment {
  readonly average: AverageLengths;
  readonly articles: readonly IndexedArticle[];
  readonly index: LunrIndex;
}

/** The second line of a file, which tells how to read the rest. */
interface Header {
  readonly analyzerVersion: string;
  readonly endianness: string;
  readonly average: AverageLengths;
  /** For each article: id, stamp, number of words, number of words in the title, bytes of its JSON. */
  readonly articles: readonly (readonly [IndexedArticle['id'], string, number, number, number])[];
  readonly vocabularyBytes: number;
  readonly keysBytes: number;
  readonly keys: number;
  readonly postings: number;
  /** Bytes of an article's number in the postings: 2 or 4. */
  readonly refBytes: number;
}

/**
 * Encodes a segment: a line with the hash of everything after it, a line of JSON, and columns. Reading the file takes
 * a fraction of the time that splitting the texts and building the index again would take.
 */
export function encodeSegment(
  { average, articles, index }: StoredSegment,
  vocabulary: Vocabulary,
): Uint8Array {
  const postings = index.columns();
  const numbering = numberWords(articles);
  const words = [...numbering.keys()];
  const vocabularyJson = json([
    words.map((id) => vocabulary.word(id)),
    words.map((id) => vocabulary.stem(id)),
  ]);
  const keysJson = json(postings.keys);
  const texts = articles.map(({ article }) => json(article));
  const header: Header = {
    analyzerVersion: ANALYZER_VERSION,
    endianness: endianness(),
    average,
    articles: articles.map(({ id, stamp, words, titleWords }, at) => [
      id,
      stamp,
      words.length,
      titleWords,
      texts[at]?.length ?? 0,
    ]),
    vocabularyBytes: vocabularyJson.length,
    keysBytes: keysJson.length,
    keys: postings.keys.length,
    postings: postings.refs.length,
    refBytes: postings.refs.BYTES_PER_ELEMENT,
  };
  const body = [
    Buffer.from(`${JSON.stringify(header)}\n`, 'utf8'),
    vocabularyJson,
    keysJson,
    ...articles.map(({ words }) => bytesOf(words.map((word) => numbering.get(word) ?? 0))),
    ...articles.map(({ starts }) => bytesOf(starts)),
    ...articles.map(({ ends }) => bytesOf(ends)),
    bytesOf(postings.starts),
    bytesOf(postings.refs),
    bytesOf(postings.weights),
    ...texts,
  ];
  const hash = startSha256();
  for (const part of body) hash.update(part);
  return Buffer.concat([Buffer.from(`${FORMAT} ${hash.digest('hex')}\n`, 'utf8'), ...body]);
}

/**
 * Decodes a segment and adds its words to the vocabulary. Fails if the file is damaged (`search/index-damaged`) or
 * was written by another analyzer or on another byte order (`search/index-stale`).
 */
export function decodeSegment(
  bytes: Uint8Array,
  vocabulary: Vocabulary,
): Result<StoredSegment, IndexError> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = file.indexOf('\n') + 1;
  const second = file.indexOf('\n', first) + 1;
  const hash = sha256(file.subarray(first));
  if (first === 0 || file.toString('latin1', 0, first) !== `${FORMAT} ${hash}\n`)
    return fail({ code: 'search/index-damaged' });
  // The hash proves that `encodeSegment` wrote this header in the same format.
  const header = JSON.parse(file.toString('utf8', first, second)) as Header;
  if (header.analyzerVersion !== ANALYZER_VERSION || header.endianness !== endianness())
    return fail({ code: 'search/index-stale' });
  return succeed(readBody(header, new ByteReader(file, second), vocabulary));
}

function readBody(header: Header, reader: ByteReader, vocabulary: Vocabulary): StoredSegment {
  const [known, stems] = JSON.parse(reader.text(header.vocabularyBytes)) as [string[], string[]];
  const ids = known.map((word, number) => vocabulary.intern(word, stems[number]));
  const keys = JSON.parse(reader.text(header.keysBytes)) as string[];
  const total = header.articles.reduce((sum, [, , count]) => sum + count, 0);
  const words = reader.numbers(Uint32Array, total).map((number) => ids[number] ?? 0);
  const starts = reader.numbers(Uint32Array, total);
  const ends = reader.numbers(Uint32Array, total);
  const index = LunrIndex.ofColumns(header.articles.length, {
    keys,
    starts: reader.numbers(Uint32Array, header.keys + 1),
    refs:
      header.refBytes === 2
        ? reader.numbers(Uint16Array, header.postings)
        : reader.numbers(Uint32Array, header.postings),
    weights: reader.numbers(Float32Array, header.postings),
  });
  const texts = reader.rest();
  let [word, byte] = [0, 0];
  const articles = header.articles.map(([id, stamp, count, titleWords, sizeBytes]) => {
    const [firstWord, firstByte] = [word, byte];
    word += count;
    byte += sizeBytes;
    return new StoredArticle(
      {
        id,
        stamp,
        words: words.subarray(firstWord, word),
        starts: starts.subarray(firstWord, word),
        ends: ends.subarray(firstWord, word),
        titleWords,
      },
      texts.subarray(firstByte, byte),
    );
  });
  return { average: header.average, articles, index };
}

/** An article of a segment file, whose text stays encoded until it is shown. */
class StoredArticle implements IndexedArticle {
  readonly id: IndexedArticle['id'];
  readonly stamp: string;
  readonly words: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly titleWords: number;
  private readonly text: Buffer;

  constructor(indexed: Omit<IndexedArticle, 'article'>, text: Buffer) {
    this.id = indexed.id;
    this.stamp = indexed.stamp;
    this.words = indexed.words;
    this.starts = indexed.starts;
    this.ends = indexed.ends;
    this.titleWords = indexed.titleWords;
    this.text = text;
  }

  get article(): SearchableArticle {
    // The hash of the file proves that this is what was written.
    return JSON.parse(this.text.toString('utf8')) as SearchableArticle;
  }
}

type NumberArray = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** Reads the parts of a file one after the other. */
class ByteReader {
  private readonly file: Buffer;
  private at: number;

  constructor(file: Buffer, at: number) {
    this.file = file;
    this.at = at;
  }

  text(sizeBytes: number): string {
    return this.take(sizeBytes).toString('utf8');
  }

  private take(sizeBytes: number): Buffer {
    const part = this.file.subarray(this.at, this.at + sizeBytes);
    this.at += sizeBytes;
    return part;
  }

  /** Returns the remaining bytes as a copy, so that the file need not stay in memory. */
  rest(): Buffer {
    return Buffer.from(this.file.subarray(this.at));
  }

  /** Copies the numbers, because a typed array must begin at a multiple of its element size. */
  numbers<Numbers extends NumberArray>(
    type: { new (length: number): Numbers; readonly BYTES_PER_ELEMENT: number },
    count: number,
  ): Numbers {
    const numbers = new type(count);
    bytesOf(numbers).set(this.take(count * type.BYTES_PER_ELEMENT));
    return numbers;
  }
}

/** Numbers the words of the articles for the segment, in order of first occurrence. */
function numberWords(articles: readonly IndexedArticle[]): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const { words } of articles)
    for (const word of words) if (!numbers.has(word)) numbers.set(word, numbers.size);
  return numbers;
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value), 'utf8');

const bytesOf = ({ buffer, byteOffset, byteLength }: NumberArray): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
