import { type MarkupElement, findAll } from '../markup/tree.ts';
import { Pictures } from '../pictures.ts';
import { type Archive, resolveName } from '../zip/archive.ts';

/** Returns the name of the relations of a part, relative to it: `_rels/document.xml.rels`. */
export const relationsOf = (path: string): string => `_rels/${path.split('/').at(-1) ?? ''}.rels`;

/** The pictures of a Word document, which its parts name by relations. */
export class OfficePictures extends Pictures {
  private readonly archive: Archive;
  private readonly names = new Map<string, string>();

  /** @param path  the entry of the main part, to which the targets of the relations are relative */
  constructor(archive: Archive, path: string, relations: MarkupElement | null) {
    super();
    this.archive = archive;
    for (const { attributes } of relations ? findAll(relations, 'Relationship') : []) {
      const [id, target] = [attributes.get('Id'), attributes.get('Target')];
      // A linked picture is somewhere else, and nothing is fetched.
      if (id === undefined || target === undefined || attributes.get('TargetMode') === 'External')
        continue;
      const name = resolveName(path, target);
      if (name !== null) this.names.set(id, name);
    }
  }

  /** Returns the number of the picture of a relation, or `null`. */
  at(relation: string): number | null {
    const name = this.names.get(relation);
    if (name === undefined || !this.archive.has(name)) return null;
    return this.add(name, () => this.archive.readPicture(name));
  }
}
