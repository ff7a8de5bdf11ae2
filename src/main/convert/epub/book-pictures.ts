import type { Places } from '../markup/places.ts';
import { Pictures } from '../pictures.ts';
import { type Archive, resolveName } from '../zip/archive.ts';

/** The pictures of a book, which its chapters name relative to themselves. */
export class BookPictures extends Pictures {
  private readonly archive: Archive;

  constructor(archive: Archive, places: Places) {
    super();
    this.archive = archive;
    places.findPicture = (address) =>
      this.addData(address) ?? this.addEntry(resolveName(places.file, address));
  }

  /** Returns the number of an entry of the archive; `null` when there is none. */
  addEntry(name: string | null): number | null {
    if (name === null || !this.archive.has(name)) return null;
    return this.add(name, () => this.archive.readPicture(name));
  }
}
