import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Creates the record of each annotation's last acknowledged note, and of notes that were being saved at a kill. */
export function createBook(known = new Map()) {
  const notes = structuredClone(known);
  const entry = (id) => {
    if (!notes.has(id)) notes.set(id, { sure: null, maybe: [] });
    return notes.get(id);
  };
  return {
    /** Records a change that is being saved and may or may not survive. `note` is `null` for a removal. */
    changing: (id, note) => void entry(id).maybe.push(note),
    acknowledged(id, note) {
      const { maybe } = entry(id);
      // Later changes of the same annotation may still be on their way.
      notes.set(id, { sure: note, maybe: maybe.slice(maybe.lastIndexOf(note) + 1) });
    },
    /** Returns a copy that can be continued separately. */
    copy: () => createBook(notes),
    /** Returns the ids whose note is neither acknowledged nor on its way. The found notes become the new state. */
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

/** True while the version file does not say that the migration is finished. */
export function wasMigrating(folder) {
  return (
    !existsSync(join(folder, 'store-version.json')) && list(join(folder, 'backups')).length > 0
  );
}

/** Returns the segments of the journal. */
export const listJournal = (folder) => list(join(folder, 'journal'));

/** Returns files of the store that must not exist after an ordinary end. Chromium's own files are ignored. */
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
