import { BROKEN_PLURALS } from './broken-plurals.ts';
import { foldWord } from './fold.ts';
import { spellingKey } from './spelling.ts';

/** The spelling keys of each family; the index is the family's number. */
const MEMBERS: readonly (readonly string[])[] = BROKEN_PLURALS.map((family) =>
  family.map((word) => spellingKey(foldWord(word))),
);
const FAMILIES = buildFamilies();

/** Returns the numbers of the listed families that contain a spelling key. */
export function familiesOf(key: string): readonly number[] {
  return FAMILIES.get(key) ?? [];
}

/** Returns the words of a family, as spelling keys. */
export function membersOf(family: number): readonly string[] {
  return MEMBERS[family] ?? [];
}

function buildFamilies(): Map<string, number[]> {
  const families = new Map<string, number[]>();
  for (const [family, keys] of MEMBERS.entries()) {
    for (const key of keys) {
      const known = families.get(key);
      if (known === undefined) families.set(key, [family]);
      else known.push(family);
    }
  }
  return families;
}
