import { useChangeSettings, useIsReadOnly, useSettings } from '#renderer/bridge/queries.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { KeyCaps } from '#renderer/ui/KeyCaps.tsx';
import { workingShortcuts } from '#renderer/ui/shortcuts.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './MarkHint.module.css';

/** One line in articles without marks that tells how to mark something. Once closed, it never comes back. */
export function MarkHint() {
  const { data: settings } = useSettings();
  const { mutate: change } = useChangeSettings();
  const readOnly = useIsReadOnly();
  const [shortcut] = workingShortcuts('highlight.again');
  if (!settings || settings.markHintClosed || readOnly) return null;
  return (
    <div className={styles.hint} role="note" data-bottom-bar="">
      <span>{translate(shortcut ? 'reader.firstHintOrPress' : 'reader.firstHint')}</span>
      {shortcut && <KeyCaps shortcut={shortcut} />}
      <IconButton
        small
        icon="x"
        label={translate('common.close')}
        onClick={() => change({ markHintClosed: true })}
      />
    </div>
  );
}
