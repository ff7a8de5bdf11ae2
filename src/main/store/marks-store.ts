import type { ArticleMarks } from '#shared/domain/annotation.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import type { Coded, Result } from '#shared/domain/result.ts';

/** Why a change is not on the disk: the reader is told, and the text stays in the editor. */
export interface StoreError extends Coded {
  readonly code: 'store/not-saved';
  readonly params: { readonly reason: string };
}

/** Something that was found at start and put right; shown to the reader once. */
export interface StoreNotice extends Coded {
  readonly code: 'store/quarantined' | 'store/read-failed';
  readonly params: { readonly file: string };
}

/** Where the marks of each article are kept. Reading never fails: damage is put aside and noticed. */
export interface MarksStore {
  read(articleId: ArticleId): ArticleMarks;
  /** Returns only after the marks are on the disk. */
  write(articleId: ArticleId, marks: ArticleMarks): Result<null, StoreError>;
  notices(): readonly StoreNotice[];
}
