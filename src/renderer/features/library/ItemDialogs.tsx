import { ExportDialog } from '#renderer/features/marks-exchange/index.ts';
import type { ArticleSummary, Own } from '#shared/domain/article.ts';
import { DetailsDialog } from './DetailsDialog.tsx';
import { LabelsDialog } from './LabelsDialog.tsx';
import { labelMany } from './change-many.ts';
import { NO_FILTERS, labelsOf, optionsOf } from './filters.ts';
import { type LabelKind, commonLabels } from './label-changes.ts';
import type { LibraryItem } from './reading-state.ts';

/** The open dialog, which concerns one article of the list or several. */
export type OpenDialog =
  | { readonly kind: 'details'; readonly article: ArticleSummary & { readonly own: Own } }
  | {
      readonly kind: 'labels';
      readonly labels: LabelKind;
      readonly items: readonly LibraryItem[];
    }
  | { readonly kind: 'export'; readonly items: readonly LibraryItem[] };

interface ItemDialogsProps {
  readonly open: OpenDialog;
  /** All articles of the library. Their labels are suggested. */
  readonly all: readonly LibraryItem[];
  readonly onClose: () => void;
}

/** The dialogs of the list of the library. Their code is loaded when the first one is opened. */
export function ItemDialogs({ open, all, onClose }: ItemDialogsProps) {
  switch (open.kind) {
    case 'details':
      return <DetailsDialog article={open.article} known={labelsOf(all)} onClose={onClose} />;
    case 'labels':
      return <Labels {...open} all={all} onClose={onClose} />;
    case 'export':
      return (
        <ExportDialog
          scopes={[{ kind: 'articles', articleIds: open.items.map(({ article }) => article.id) }]}
          onClose={onClose}
        />
      );
  }
}

interface LabelsProps extends Pick<ItemDialogsProps, 'all' | 'onClose'> {
  readonly labels: LabelKind;
  readonly items: readonly LibraryItem[];
}

function Labels({ labels, items, all, onClose }: LabelsProps) {
  const own = items.filter(({ article }) => article.own);
  return (
    <LabelsDialog
      kind={labels}
      count={own.length}
      common={commonLabels(own, labels)}
      known={optionsOf(all, NO_FILTERS, labels === 'tags' ? 'tag' : 'collection')}
      onSave={(wanted) => void labelMany(own, labels, wanted)}
      onClose={onClose}
    />
  );
}
