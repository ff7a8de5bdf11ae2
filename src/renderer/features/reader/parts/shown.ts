import type { Annotation, AnnotationId } from '#shared/domain/annotation.ts';
import type { MarkLayout } from '../marks/measure-marks.ts';
import type { TableFormat } from './copy-table.ts';
import type { StretchMarks } from '../marks/share-marks.ts';

/** Called by the text and its marks. They must always be the same functions. */
export interface TextHandlers {
  readonly onBlockClick: (blockId: string) => void;
  readonly onHighlight: (annotation: Annotation) => void;
  readonly onHighlightFocus: (annotation: Annotation) => void;
  readonly onRemoveBookmark: (blockId: string) => void;
  /** Called with an offset of the canonical text (UTF-16 units) in the table. */
  readonly onCopyTable: (offset: number, format: TableFormat) => void;
}

/** What the parts of a stretch have in common. */
export interface ShownStretch {
  readonly marks: StretchMarks;
  /** The level of the document's highest headings. */
  readonly topLevel: number;
  readonly hideTashkeel: boolean;
  /** The paragraph that was chosen with the keyboard, if it is in this stretch. */
  readonly currentBlock: string | null;
  /** The highlight at the reading position, if it is in this stretch. */
  readonly currentId: AnnotationId | null;
  readonly handlers: TextHandlers;
  /** The highlights that begin in the stretch. */
  readonly beginning: StretchMarks['annotations'];
  /** The upper edge of the mark of each highlight, CSS pixels from the upper edge of the stretch. */
  readonly places: ReadonlyMap<AnnotationId, number>;
  readonly bookmarkTops: MarkLayout['bookmarkTops'];
}
