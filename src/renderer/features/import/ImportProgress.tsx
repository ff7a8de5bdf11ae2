import { call } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { FileName } from '#renderer/ui/FileName.tsx';
import type { ImportJobState } from '#shared/domain/import-progress.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './ImportDialog.module.css';

export function ImportProgress({ state }: { readonly state: ImportJobState }) {
  const { done, total, counting, current, resumed } = state;
  return (
    <div className={styles.progress}>
      {resumed && <p>{translate('import.resumed')}</p>}
      <progress
        aria-label={translate('import.title')}
        {...(counting ? {} : { max: Math.max(1, total), value: done })}
      />
      <div className={styles.line}>
        <span>
          {counting ? translate('import.counting') : translate('import.progress', { done, total })}
        </span>
        <Button kind="outline" small onClick={() => void call('import/cancel', {})}>
          {translate('import.cancel')}
        </Button>
      </div>
      <p className={styles.current} aria-hidden="true">
        {current && <FileName className={styles.currentName} name={current} />}
      </p>
      <p className={styles.formats}>{translate('import.keepReading')}</p>
    </div>
  );
}
