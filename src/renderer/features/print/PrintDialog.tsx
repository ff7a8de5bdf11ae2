import { useState } from 'react';
import { BridgeError, call } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { showToast } from '#renderer/ui/toasts.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { Article } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { isolateFileName } from '#shared/i18n/file-names.ts';
import { type PrintChoice, PrintDocument } from './PrintDocument.tsx';
import styles from './PrintDialog.module.css';

interface PrintDialogProps {
  readonly article: Article;
  readonly annotations: readonly Annotation[];
  readonly onClose: () => void;
}

const CHOICES = {
  withNotes: { highlights: true, notes: true },
  withHighlights: { highlights: true, notes: false },
  plain: { highlights: false, notes: false },
} as const satisfies Readonly<Record<string, PrintChoice>>;

const NAMES = ['withNotes', 'withHighlights', 'plain'] as const;

/** Asks what to print beside the text, and then prints it or saves it as PDF. */
export function PrintDialog({ article, annotations, onClose }: PrintDialogProps) {
  const [chosen, setChosen] = useState<(typeof NAMES)[number]>('withNotes');

  async function savePdf(): Promise<void> {
    await document.fonts.ready;
    try {
      const { path } = await call('print/save-pdf', { articleId: article.id });
      if (path === null) return;
      showToast({
        text: translate('print.saved', {
          file: isolateFileName(path.split(/[/\\]/).at(-1) ?? path),
        }),
      });
      onClose();
    } catch (error) {
      const code = error instanceof BridgeError ? error.failure.code : 'app/unexpected';
      showToast({ text: translate('print.failed', { code }) });
    }
  }

  return (
    <Dialog title={translate('print.title')} onClose={onClose}>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">{translate('print.what')}</legend>
        {NAMES.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="print-what"
              checked={name === chosen}
              onChange={() => setChosen(name)}
            />
            {translate(`print.${name}`)}
          </label>
        ))}
      </fieldset>
      <DialogActions>
        <Button kind="outline" onClick={() => window.print()}>
          {translate('print.paper')}
        </Button>
        <Button kind="primary" onClick={() => void savePdf()}>
          {translate('print.savePdf')}
        </Button>
      </DialogActions>
      <PrintDocument article={article} annotations={annotations} choice={CHOICES[chosen]} />
    </Dialog>
  );
}
