import { memo } from 'react';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { Cover } from './Cover.tsx';
import { ItemLink } from './ItemLink.tsx';
import { RowButtons } from './RowButtons.tsx';
import { ItemSign } from './StateSign.tsx';
import type { ItemLook, ListActions } from './list-actions.ts';
import { type LibraryItem, isSaved } from './reading-state.ts';
import styles from './CoverItem.module.css';

interface CoverItemProps extends ItemLook {
  readonly item: LibraryItem;
  readonly actions: ListActions;
}

/** One article in the view of covers, with its title below its cover. */
export const CoverItem = memo(function CoverItem(props: CoverItemProps) {
  const { item, actions, selected, Heading } = props;
  const { article, state, read } = item;
  const percent = Math.round(read * 100);
  const by = article.author ?? article.outlet;
  return (
    <li
      role="listitem"
      className={styles.item}
      dir={article.direction}
      data-article={article.id}
      data-selected={selected || undefined}
      data-saved={isSaved(item) || undefined}
    >
      <Cover article={article} large />
      <Heading className={styles.title}>
        <ItemLink article={article} selection={actions.selection} />
      </Heading>
      <p className={styles.by} dir="auto">
        {by ? (
          <Bidi text={by} />
        ) : (
          translate(article.kind === 'guide' ? 'library.kind.guide' : 'common.unknownSource')
        )}
      </p>
      <div className={styles.state}>
        <ItemSign item={item} selected={selected} selection={actions.selection} />
        <span aria-hidden="true">
          {state === 'reading' && percent > 0
            ? translate('common.percent', { p: percent })
            : translate(`library.filter.${state}`)}
        </span>
      </div>
      <RowButtons item={item} actions={actions} menuOnly />
    </li>
  );
});
