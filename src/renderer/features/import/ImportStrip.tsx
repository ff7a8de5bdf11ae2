import { call } from '#renderer/bridge/bridge.ts';
import { useImportState } from '#renderer/bridge/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { openImport } from './open-import.ts';
import { summaryText } from './outcome-text.ts';
import styles from './ImportStrip.module.css';

/** A line above the list about an import that is running, or that left something to look at. */
export function ImportStrip() {
  const state = useImportState();
  if (!state || state.state === 'idle') return null;
  const isRunning = state.state === 'running';
  const { done, total, counting } = state;
  return (
    <section className={styles.strip} aria-label={translate('import.results')}>
      <span className={styles.text}>
        {isRunning
          ? translate(counting ? 'import.counting' : 'import.progress', { done, total })
          : summaryText(state)}
      </span>
      {isRunning && (
        <progress
          aria-label={translate('import.title')}
          {...(counting ? {} : { max: Math.max(1, total), value: done })}
        />
      )}
      <Button kind="outline" small onClick={() => openImport()}>
        {translate('import.showList')}
      </Button>
      {!isRunning && (
        <IconButton
          small
          icon="x"
          label={translate('import.dismiss')}
          onClick={() => void call('import/dismiss', {})}
        />
      )}
    </section>
  );
}
