import { useEffect, useRef, useState } from 'react';
import { call } from '#renderer/bridge/bridge.ts';
import { useImportItems, useImportState } from '#renderer/bridge/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportResults } from './ImportResults.tsx';
import { PasteForm } from './PasteForm.tsx';
import { type OpenImport, closeImport } from './open-import.ts';
import styles from './ImportDialog.module.css';

/** Where files come in, how far they are, and what became of each. */
export function ImportDialog({ opened }: { readonly opened: OpenImport }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [pasting, setPasting] = useState(opened.text !== null);
  const state = useImportState();
  const isListed = state !== undefined && state.state !== 'idle';
  const items = useImportItems(isListed);
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} scroll`}
      aria-labelledby="import-title"
      onClose={closeImport}
      // The keys of the page behind are asleep; Escape closes the dialog only.
      onKeyDown={(event) => event.stopPropagation()}
      onClick={({ target }) => {
        if (target === dialog.current) dialog.current.close();
      }}
    >
      <div className={styles.body}>
        <header className={styles.head}>
          <h2 id="import-title">{translate(pasting ? 'import.pasteTitle' : 'import.title')}</h2>
          <IconButton
            icon="x"
            label={translate('common.close')}
            onClick={() => dialog.current?.close()}
          />
        </header>
        {pasting ? (
          <PasteForm
            text={opened.text ?? ''}
            onDone={() => dialog.current?.close()}
            onBack={() => setPasting(false)}
          />
        ) : (
          <>
            {state?.state === 'running' ? (
              <ImportProgress state={state} />
            ) : (
              <Sources onPaste={() => setPasting(true)} />
            )}
            {isListed && <ImportResults state={state} items={items ?? []} />}
          </>
        )}
      </div>
    </dialog>
  );
}

function Sources({ onPaste }: { readonly onPaste: () => void }) {
  const choose = (what: 'files' | 'folder') => void call('import/choose', { what });
  return (
    <div className={styles.sources}>
      <p className={styles.drop}>{translate('import.drop')}</p>
      <div className={styles.ways}>
        <Button kind="primary" icon="note" onClick={() => choose('files')}>
          {translate('import.choose')}
        </Button>
        <Button kind="outline" icon="lib" onClick={() => choose('folder')}>
          {translate('import.chooseFolder')}
        </Button>
        <Button kind="outline" icon="copy" onClick={onPaste}>
          {translate('import.paste')}
        </Button>
      </div>
      <p className={styles.formats}>{translate('import.formats')}</p>
    </div>
  );
}
