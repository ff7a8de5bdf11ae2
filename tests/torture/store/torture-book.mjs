import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is known of each annotation: the note that was acknowledged last, and notes under way at a kill. */
export function createBook(known = new Map()) {
  const notes = structuredClone(known);
  const entry = (id) => {
    if (!notes.has(id)) notes.set(id, { sure: null, maybe: [] });
    return notes.get(id);
  };
  return {
    /** A change is on its way: it may or may not survive. `note` is `null` for a removal. */
    changing: (id, note) => void entry(id).maybe.push(note),
    acknowledged(id, note) {
      const { maybe } = entry(id);
      // Later changes of the same annotation may still be under way.
      notes.set(id, { sure: note, maybe: maybe.slice(maybe.lastIndexOf(note) + 1) });
    },
    /** The same knowledge, to go on with separately. */
    copy: () => createBook(notes),
    /** Ids whose note is neither acknowledged nor under way; what is there is the new start. */
    compare(found) {
      const lost = [];
      for (const [id, { sure, maybe }] of notes) {
        const note = found.get(id) ?? null;
        if (![sure, ...maybe].includes(note)) lost.push(id);
        notes.set(id, { sure: note, maybe: [] });
      }
      return lost;
    },
  };
}

/** True while the version file does not say that everything was carried over. */
export function wasMigrating(folder) {
  return (
    !existsSync(join(folder, 'store-version.json')) && list(join(folder, 'backups')).length > 0
  );
}

/** Segments of the journal. */
export const listJournal = (folder) => list(join(folder, 'journal'));

/** Files of the store that must not be there after an ordinary end. Chromium's own are not looked at. */
export function listLeftOvers(folder) {
  return [
    ...list(folder).filter((name) => name.startsWith('store.lock') || name.includes('.tmp-')),
    ...['journal', 'next', 'quarantine'].flatMap((inside) => list(join(folder, inside))),
    ...list(join(folder, 'marks')).filter((name) => !/^[0-9a-f]{32}\.json(\.bak)?$/.test(name)),
    ...list(join(folder, 'backups')).filter((name) => name.endsWith('.partial')),
  ];
}

function list(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}
