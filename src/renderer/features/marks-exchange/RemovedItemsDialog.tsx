import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { RemovedItem } from '#shared/domain/removed-item.ts';
import { cutAtWord } from '#shared/domain/text.ts';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { call } from '#renderer/bridge/bridge.ts';
import { useIsReadOnly, useRemovedItems } from '#renderer/bridge/queries.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { recordAdded } from '#renderer/undo/article-changes.ts';
import { MAX_NAMED_UTF16 } from '#renderer/undo/undo-target.ts';
import { forgetChangesOf } from '#renderer/undo/undo.ts';
import { EraseQuestion } from './EraseQuestion.tsx';
import { Failure } from './Failure.tsx';
import { formatDay } from './format-day.ts';
import { formatSize } from './format-size.ts';
import { useTask } from './use-task.ts';
import styles from './RemovedItems.module.css';

/** Lists the items in the bin. Each can be restored, or erased after a question. */
export function RemovedItemsDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: items, isError } = useRemovedItems();
  const isReadOnly = useIsReadOnly();
  const [asked, setAsked] = useState<readonly RemovedItem[] | null>(null);
  const { within, task, done, restore, erase } = useBinChanges(items);
  return (
    <Dialog title={translate('bin.title')} onClose={onClose}>
      <div className={styles.stack} ref={within}>
        <p className={styles.hint}>{translate('bin.hint')}</p>
        <p className={styles.done} role="status">
          {done}
        </p>
        <Failure text={isError ? translate('err.generic') : task.failure} />
        {items?.length === 0 && <p className={styles.none}>{translate('bin.empty')}</p>}
        {items && items.length > 0 && (
          <ul aria-label={translate('bin.title')}>
            {items.map((item) => (
              <Row
                key={item.articleId}
                item={item}
                isReadOnly={isReadOnly}
                onRestore={() => void restore(item)}
                onErase={() => setAsked([item])}
              />
            ))}
          </ul>
        )}
      </div>
      {items && items.length > 1 && (
        <DialogActions>
          <Button kind="danger" icon="trash" disabled={isReadOnly} onClick={() => setAsked(items)}>
            {translate('bin.eraseAll')}
          </Button>
        </DialogActions>
      )}
      {asked && (
        <EraseQuestion
          items={asked}
          onErase={() => {
            setAsked(null);
            void erase(asked);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </Dialog>
  );
}

/** Restores and erases items, says what was done, and moves the focus to where the first of them was. */
function useBinChanges(items: readonly RemovedItem[] | undefined) {
  const client = useQueryClient();
  const task = useTask();
  const [done, setDone] = useState<string | null>(null);
  const { within, leave } = useFocusAfter(items);

  const change = (chosen: readonly RemovedItem[], work: () => Promise<string>) =>
    task.run(async () => {
      setDone(null);
      const said = await work();
      leave(items?.findIndex((item) => item === chosen[0]) ?? 0);
      setDone(said);
      await client.invalidateQueries({ queryKey: ['bin'] });
    });
  const restore = (item: RemovedItem) =>
    change([item], async () => {
      const { articleId, title } = item;
      await call('library/restore', { articleId });
      recordAdded([item]);
      return translate('bin.restored', { title: cutAtWord(title, MAX_NAMED_UTF16) });
    });
  const erase = (chosen: readonly RemovedItem[]) =>
    change(chosen, async () => {
      const articleIds = chosen.map(({ articleId }) => articleId);
      await call('bin/erase', { articleIds });
      forgetChangesOf(articleIds);
      const title = cutAtWord(chosen[0]?.title ?? '', MAX_NAMED_UTF16);
      return translate('bin.erased', { n: chosen.length, title });
    });
  return { within, task, done, restore, erase };
}

interface RowProps {
  readonly item: RemovedItem;
  readonly isReadOnly: boolean;
  readonly onRestore: () => void;
  readonly onErase: () => void;
}

function Row({ item, isReadOnly, onRestore, onErase }: RowProps) {
  const title = cutAtWord(item.title, MAX_NAMED_UTF16);
  const dir = interfaceDirection();
  return (
    <li className={styles.item}>
      <div className={styles.text} dir="auto">
        <b>
          <Bidi text={item.title} />
        </b>
        <small>
          <span dir={dir}>{translate('bin.removedAt', { date: formatDay(item.removedAt) })}</span>
          {item.sizeBytes !== null && (
            <span dir={dir}>{translate('bin.original', { size: formatSize(item.sizeBytes) })}</span>
          )}
          {item.isBack && <span dir={dir}>{translate('bin.isBack')}</span>}
        </small>
      </div>
      <div className={styles.buttons}>
        {!item.isBack && (
          <Button
            small
            kind="outline"
            disabled={isReadOnly}
            aria-label={translate('bin.restoreOf', { title })}
            onClick={onRestore}
          >
            {translate('bin.restore')}
          </Button>
        )}
        <Button
          small
          kind="danger"
          disabled={isReadOnly}
          aria-label={translate('bin.eraseOf', { title })}
          onClick={onErase}
        >
          {translate('bin.erase')}
        </Button>
      </div>
    </li>
  );
}

/** Moves the focus from removed rows to the row that takes their place, or to the button that closes the dialog. */
function useFocusAfter(items: readonly RemovedItem[] | undefined) {
  const within = useRef<HTMLDivElement>(null);
  const left = useRef<number | null>(null);
  useEffect(() => {
    if (left.current === null) return;
    const rows = [...(within.current?.querySelectorAll('li') ?? [])];
    const row = rows[left.current] ?? rows.at(-1) ?? within.current?.closest('dialog');
    row?.querySelector('button')?.focus();
    left.current = null;
  }, [items]);
  return { within, leave: (index: number) => void (left.current = index) };
}
