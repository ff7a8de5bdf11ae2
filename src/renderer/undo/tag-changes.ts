import { call } from '#renderer/bridge/bridge.ts';
import type { TagChange, TagCount } from '#shared/domain/tags.ts';
import { translate } from '#shared/i18n/translate.ts';
import { recordUndo } from './undo.ts';

type Tag = Pick<TagCount, 'key' | 'name'>;

/**
 * Renames a tag in every highlight, note and article, as one step of undo. If another tag has the new name, the two are
 * merged. @throws BridgeError when it was not saved
 */
export const renameTag = ({ key, name }: Tag, to: string): Promise<void> =>
  change(
    { kind: 'rename', key, to },
    translate('undo.renameTag', { tag: name }),
    translate('tags.renamed', { tag: name, to }),
  );

/**
 * Removes a tag from every highlight, note and article, as one step of undo. Its words stay in notes.
 * @throws BridgeError when it was not saved
 */
export const removeTag = ({ key, name }: Tag): Promise<void> =>
  change(
    { kind: 'remove', key },
    translate('undo.removeTag', { tag: name }),
    translate('tags.removed', { tag: name }),
  );

async function change(what: TagChange, label: string, toast: string): Promise<void> {
  const { step } = await call('tags/change', what);
  const put = (side: 'before' | 'after') => () => call('tags/put', { step, side });
  const target = { kind: 'tags', articleIds: [] } as const;
  recordUndo({ label, target, undo: put('before'), redo: put('after') }, { toast });
}
