import { useState } from 'react';
import { call } from '#renderer/bridge/bridge.ts';
import { useImportItems, useImportState } from '#renderer/bridge/queries.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { ImportItem } from '#shared/domain/import.ts';
import type { ImportJobState } from '#shared/domain/import-progress.ts';
import { translate } from '#shared/i18n/translate.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportResults } from './ImportResults.tsx';
import { PasteForm } from './PasteForm.tsx';
import { type OpenImport, closeImport } from './open-import.ts';
import styles from './ImportDialog.module.css';

/** The import dialog: it starts imports, shows their progress, and lists the result of each file. */
export function ImportDialog({ opened }: { readonly opened: OpenImport }) {
  const [pasting, setPasting] = useState(opened.text !== null);
  const state = useImportState();
  const isListed = state !== undefined && state.state !== 'idle';
  const items = useImportItems(isListed);

  return (
    <Dialog title={translate(pasting ? 'import.pasteTitle' : 'import.title')} onClose={closeImport}>
      <div className={styles.body}>
        {pasting ? (
          <PasteForm
            text={opened.text ?? ''}
            html={opened.html}
            onDone={closeImport}
            onBack={() => setPasting(false)}
          />
        ) : (
          <>
            {state?.state === 'running' ? (
              <ImportProgress state={state} />
            ) : (
              <Sources onPaste={() => setPasting(true)} />
            )}
            {isListed && hasNews(state, items) && (
              <ImportResults state={state} items={items ?? []} />
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

/**
 * True when the list has something to show. While an import runs, that is only failures and files that need a
 * decision.
 */
const hasNews = (state: ImportJobState, items: readonly ImportItem[] | undefined): boolean =>
  state.state !== 'running' ||
  (items ?? []).some(({ outcome: { kind } }) => kind === 'failed' || kind === 'update');

function Sources({ onPaste }: { readonly onPaste: () => void }) {
  const choose = (what: 'files' | 'folder') => void call('import/choose', { what });
  return (
    <div className={styles.sources}>
      <p className={styles.drop}>{translate('import.drop')}</p>
      <div className={styles.ways}>
        <Button kind="primary" icon="page" onClick={() => choose('files')}>
          {translate('import.choose')}
        </Button>
        <Button kind="outline" icon="folder" onClick={() => choose('folder')}>
          {translate('import.chooseFolder')}
        </Button>
        <Button kind="outline" icon="paste" onClick={onPaste}>
          {translate('import.paste')}
        </Button>
      </div>
      <p className={styles.formats}>
        <Bidi text={translate('import.formats')} />
      </p>
    </div>
  );
}
