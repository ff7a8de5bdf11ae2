import * as v from 'valibot';
import { type Matching, matchingSchema } from '#shared/domain/search.ts';

/** The options of the search, with their help. The last three set how close a word must be to that of the query. */
export const SEARCH_OPTIONS = {
  articles: { type: 'string', help: 'folder of texts in place of the bundled library' },
  limit: { type: 'string', default: '20', help: 'most articles that are printed' },
  json: { type: 'boolean', help: 'prints one line of JSON' },
  exact: { type: 'boolean', help: 'the word as it is written' },
  close: { type: 'boolean', help: 'the word in other spellings and forms, which is the usual way' },
  family: { type: 'boolean', help: 'also words of the same root' },
} as const;

/** What is searched, where and how. */
export interface SearchWishes {
  /** `null` means the bundled library. */
  readonly folder: string | null;
  readonly matching: Matching;
  /** How many articles are printed at most. */
  readonly limit: number;
  readonly json: boolean;
  readonly query: string;
}

type Read =
  | { readonly kind: 'wishes'; readonly wishes: SearchWishes }
  | { readonly kind: 'help' }
  /** `why` is a sentence that names the mistake. */
  | { readonly kind: 'refused'; readonly why: string };

const refuse = (why: string): Read => ({ kind: 'refused', why });

/**
 * Reads the arguments of the search. What does not begin with `--` belongs to the query, which may begin with a sign, and
 * so does everything after `--`. An unknown option is refused, because it would find nothing as a word of the query.
 */
export function readSearchArguments(given: readonly string[]): Read {
  const wishes = { folder: null as string | null, matching: 'close' as Matching, json: false };
  const query: string[] = [];
  let limit = Number(SEARCH_OPTIONS.limit.default);
  for (let at = 0; at < given.length; at += 1) {
    const each = given[at] ?? '';
    const option = each.slice(2);
    if (each === '--help' || each === '-h') return { kind: 'help' };
    if (each === '--') {
      query.push(...given.slice(at + 1));
      break;
    }
    if (!each.startsWith('--')) query.push(each);
    else if (each === '--json') wishes.json = true;
    else if (v.is(matchingSchema, option)) wishes.matching = option;
    else if (each === '--articles' || each === '--limit') {
      const value = given[++at];
      if (value === undefined) return refuse(`The option ${each} needs a value.`);
      if (each === '--articles') wishes.folder = value;
      else limit = Number(value);
    } else
      return refuse(`The option ${each} is not known; a query that begins so stands after “--”.`);
  }
  if (!Number.isInteger(limit) || limit <= 0) return refuse('--limit is a whole number from 1 on.');
  if (query.join('').trim() === '') return refuse('There is no query.');
  return { kind: 'wishes', wishes: { ...wishes, limit, query: query.join(' ') } };
}
