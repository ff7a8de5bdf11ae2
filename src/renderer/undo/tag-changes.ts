import { call } from '#renderer/bridge/bridge.ts';
import type { TagChange, TagCount } from '#shared/domain/tags.ts';
import { translate } from '#shared/i18n/translate.ts';
import { recordUndo } from './undo.ts';

type Tag = Pick<TagCount, 'key' | 'name'>;

/**
 * Gives a tag another name in every highlight, note and article; with the name of another tag the two become one. One
 * step of undo. @throws BridgeError when it is not on the disk
 */
export const renameTag = ({ key, name }: Tag, to: string): Promise<void> =>
  change(
    { kind: 'rename', key, to },
    translate('undo.renameTag', { tag: name }),
    translate('tags.renamed', { tag: name, to }),
  );

/**
 * Takes a tag from every highlight, note and article; in notes its words stay. One step of undo.
 * @throws BridgeError when it is not on the disk
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
  const where = { kind: 'tags', articleIds: [] } as const;
  recordUndo({ label, where, undo: put('before'), redo: put('after') }, { toast });
}
