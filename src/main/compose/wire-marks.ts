import { randomUUID } from 'node:crypto';
import { type Drafts, createDrafts } from '../annotations/drafts.ts';
import { type MarksService, createMarksService } from '../annotations/marks-service.ts';
import type { AnchorFinder } from '../anchoring/finder.ts';
import { createPendingChange } from '../tags/pending-change.ts';
import { type Tags, createTags } from '../tags/tags.ts';
import type { Announcements } from './announce.ts';
import type { OpenedData } from './open-data.ts';

/** The services that change what a reader adds to the texts. */
export interface MarkServices {
  readonly marks: MarksService;
  readonly drafts: Drafts;
  readonly tags: Tags;
}

/** @param finder searches for marks in changed texts */
export function wireMarks(
  { library, store, own, fs, dataFolder, now }: OpenedData,
  announce: Announcements,
  finder: AnchorFinder,
): MarkServices {
  const marks = createMarksService({
    library,
    store,
    finder,
    now,
    newId: randomUUID,
    onChange: announce.marksChanged,
    revisionOf: announce.revisionOf,
    onReading: announce.readingChanged,
  });
  const drafts = createDrafts({
    find: (articleId, id) => store.findAnnotation(articleId, id),
    save: (note) => marks.apply(note),
    now,
  });
  const tags = createTags({
    library,
    store,
    own,
    pending: createPendingChange(fs, dataFolder, now),
    now,
    newId: randomUUID,
    onChange: (marked, changed) => {
      for (const id of marked) announce.searchMarks(id);
      announce.manyChanged(marked.length > 0, changed);
    },
  });
  return { marks, drafts, tags };
}
