import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { MenuItem } from '#renderer/ui/Menu.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { translate } from '#shared/i18n/translate.ts';
import type { ListActions } from './list-actions.ts';
import { type LibraryItem, isSaved } from './reading-state.ts';
import styles from './RowButtons.module.css';

interface RowButtonsProps {
  readonly item: LibraryItem;
  readonly actions: ListActions;
  /** Leaves the button for the reading list out, where there is no room for it. */
  readonly menuOnly?: boolean;
}

/** The button that adds the article to the reading list, and the menu with its other actions. */
export function RowButtons({ item, actions, menuOnly = false }: RowButtonsProps) {
  const saved = isSaved(item);
  const { id } = item.article;
  return (
    <div className={styles.buttons}>
      {!menuOnly && (
        <IconButton
          small
          icon={saved ? 'saved-on' : 'saved'}
          className={saved ? '' : styles.onHover}
          label={translate(saved ? 'library.item.unsave' : 'library.item.save')}
          command="saved.toggle"
          disabled={actions.readOnly}
          onClick={() => actions.setSaved(id, !saved)}
        />
      )}
      <MenuButton
        small
        icon="more"
        label={translate('library.item.more', { title: item.article.title })}
        items={menuOf(item, actions, menuOnly)}
      />
    </div>
  );
}

function menuOf(item: LibraryItem, actions: ListActions, withSave: boolean): readonly MenuItem[] {
  const { article } = item;
  const { readOnly, own, selection } = actions;
  const [saved, read] = [isSaved(item), item.state === 'read'];
  const changes = [
    ...(withSave
      ? [
          {
            label: translate(saved ? 'library.item.unsave' : 'library.item.save'),
            command: 'saved.toggle' as const,
            run: () => actions.setSaved(article.id, !saved),
          },
        ]
      : []),
    {
      label: translate(read ? 'library.item.markUnread' : 'library.item.markRead'),
      command: 'read.toggle' as const,
      run: () => actions.setFinished(article.id, !read),
    },
  ];
  return [
    ...(readOnly ? [] : changes),
    ...(selection
      ? [
          {
            label: translate('library.select'),
            command: 'list.select' as const,
            run: () => selection.onSelect(article.id, 'one'),
          },
        ]
      : []),
    ...(own && article.own
      ? [
          // The details of a damaged article cannot be changed, because its file must not be written.
          ...(article.trouble
            ? []
            : [{ label: translate('library.item.details'), run: () => own.onDetails(article) }]),
          {
            label: translate('library.item.remove'),
            run: () => own.onRemove(article),
            danger: true,
          },
        ]
      : []),
  ];
}
