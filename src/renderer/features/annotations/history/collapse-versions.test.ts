import { describe, expect, it } from 'vitest';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { AnnotationVersion } from '#shared/domain/anchored-marks.ts';
import { anAnnotation } from '#shared/domain/testing/an-annotation.ts';
import { collapseVersions } from './collapse-versions.ts';

function aVersion(minute: number, changes: Partial<Annotation> | null): AnnotationVersion {
  const at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  const annotation = changes && anAnnotation(1, { createdAt: at, updatedAt: at, ...changes });
  return { at, annotation };
}

const notes = (versions: readonly AnnotationVersion[]) =>
  collapseVersions(versions).map(({ annotation }) => annotation?.note ?? null);

describe('the versions shown of an annotation', () => {
  it('are the last version of each sitting, the newest first', () => {
    const versions = [
      aVersion(0, {}),
      aVersion(10, { note: 'ا' }),
      aVersion(11, { note: 'اب' }),
      aVersion(12, { note: 'ابت' }),
      aVersion(30, { note: 'غيرها' }),
    ];

    expect(notes(versions)).toEqual(['غيرها', 'ابت', '']);
  });

  it('leave out equal versions, and keep every change that is not of the note and every removal', () => {
    const versions = [
      aVersion(0, { note: 'ملاحظة' }),
      aVersion(1, { note: 'ملاحظة' }),
      aVersion(1, { note: 'ملاحظة', meaning: 'question' }),
      aVersion(1, { note: 'ملاحظة', meaning: 'question', tags: ['أمن'] }),
      aVersion(2, null),
      aVersion(2, { note: 'عادت' }),
    ];

    expect(notes(versions)).toEqual(['عادت', null, 'ملاحظة', 'ملاحظة', 'ملاحظة']);
  });

  it('always show the text of a note that was emptied', () => {
    expect(notes([aVersion(0, { note: 'نص' }), aVersion(1, { note: '' })])).toEqual(['', 'نص']);
  });
});
