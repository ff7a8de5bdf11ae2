import { useEffect, useMemo, useState } from 'react';
import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { ANNOTATIONS } from '#renderer/routes/route.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { searchLabels } from '#renderer/ui/labels.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import { type Sight, addSight } from '#renderer/undo/screen.ts';
import { removeTag, renameTag } from '#renderer/undo/tag-changes.ts';
import { tagKey } from '#shared/arabic/tags.ts';
import { MAX_TAG_UTF16 } from '#shared/domain/limits.ts';
import type { TagCount } from '#shared/domain/tags.ts';
import { translate } from '#shared/i18n/translate.ts';
import { useRenaming } from '../use-renaming.ts';
import { RenamableRow } from './RenamableRow.tsx';
import { NO_VIEW, keptView } from './view.ts';
import styles from './NameList.module.css';

/** Tells undo that changes of tags are visible in this list. */
const SIGHT: Sight = {
  shows: ({ kind }) => kind === 'tags',
  show: ({ kind }) => kind === 'tags',
};

/**
 * The list of all tags of highlights and articles, where the reader searches, renames, merges and removes them. Each
 * change is one step of undo.
 */
export function TagsSection({ tags }: { readonly tags: readonly TagCount[] }) {
  const [text, setText] = useState('');
  const shown = useMemo(() => searchLabels(tags, text) as readonly TagCount[], [tags, text]);
  const readOnly = useIsReadOnly();
  const [renaming, setRenaming] = useRenaming(readOnly);
  useEffect(() => addSight(SIGHT), []);
  const [merging, setMerging] = useState<Merge | null>(null);
  if (tags.length === 0)
    return <EmptyState title={translate('tags.empty')} hint={translate('tags.emptyHint')} />;

  /** Renames a tag. When another tag has the name already, it asks whether to merge the two. */
  function rename(tag: TagCount, to: string): void {
    const into = tags.find(({ key }) => key === tagKey(to));
    if (into && into.key !== tag.key) setMerging({ tag, into });
    else if (tagKey(to) !== '') void attempt(() => renameTag(tag, to));
  }

  return (
    <>
      <SearchField
        label={translate('tags.search')}
        placeholder={translate('tags.search')}
        pageSearch
        value={text}
        onChange={setText}
      />
      {shown.length === 0 && <EmptyState drawing="search" title={translate('label.none')} />}
      <ul className={`${styles.list} ${styles.group}`} aria-label={translate('tags.label')}>
        {shown.map((tag) => (
          <Row
            key={tag.key}
            tag={tag}
            readOnly={readOnly}
            isRenaming={renaming === tag.key}
            onRenaming={setRenaming}
            onRename={rename}
          />
        ))}
      </ul>
      {merging && <MergeDialog {...merging} onClose={() => setMerging(null)} />}
    </>
  );
}

interface Merge {
  readonly tag: TagCount;
  readonly into: TagCount;
}

interface RowProps {
  readonly tag: TagCount;
  readonly readOnly: boolean;
  readonly isRenaming: boolean;
  readonly onRenaming: (key: string | null) => void;
  readonly onRename: (tag: TagCount, to: string) => void;
}

function Row({ tag, readOnly, isRenaming, onRenaming, onRename }: RowProps) {
  const { key, name } = tag;
  const showMarks = (): void => {
    keptView.set({ ...NO_VIEW, tag: key });
    navigate(ANNOTATIONS);
  };
  return (
    <RenamableRow
      id={key}
      name={name}
      fieldLabel={translate('tags.name')}
      maxLength={MAX_TAG_UTF16}
      isRenaming={isRenaming}
      readOnly={readOnly}
      dir="auto"
      opener={
        <button
          type="button"
          className={styles.name}
          data-list-item=""
          title={translate('tags.show')}
          onClick={showMarks}
        >
          <Icon name="tag" small />
          <span>
            <Bidi text={name} />
          </span>
        </button>
      }
      facts={describeUse(tag)}
      items={[
        { label: translate('tags.renameOrMerge'), run: () => onRenaming(key) },
        {
          label: translate('tags.removeEverywhere'),
          icon: 'trash',
          danger: true,
          run: () => void attempt(() => removeTag(tag)),
        },
      ]}
      onRenamed={(to) => {
        onRenaming(null);
        if (to !== null) onRename(tag, to);
      }}
    />
  );
}

function describeUse({ marks, articles }: TagCount): string {
  return [
    ...(marks > 0 || articles === 0 ? [translate('common.highlights', { n: marks })] : []),
    ...(articles > 0 ? [translate('tags.items', { n: articles })] : []),
  ].join(' · ');
}

function MergeDialog({ tag, into, onClose }: Merge & { readonly onClose: () => void }) {
  const names = { tag: tag.name, into: into.name };
  return (
    <Dialog title={translate('tags.mergeTitle')} onClose={onClose}>
      <p>{translate('tags.mergeAsk', names)}</p>
      <DialogActions>
        <Button onClick={onClose}>{translate('common.cancel')}</Button>
        <Button
          kind="primary"
          onClick={() => {
            onClose();
            void attempt(() => renameTag(tag, into.name));
          }}
        >
          {translate('tags.merge')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
