import { useRef, useState } from 'react';
import { BridgeError, call } from '#renderer/bridge/bridge.ts';
import { articleRoute } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { DialogActions } from '#renderer/ui/Dialog.tsx';
import { showToast } from '#renderer/ui/toasts.ts';
import { recordAdded } from '#renderer/undo/article-changes.ts';
import { MAX_PASTED_UTF16 } from '#shared/domain/limits.ts';
import { describeImport } from '#shared/i18n/describe-import.ts';
import { translate } from '#shared/i18n/translate.ts';

import { copiedPage } from './copied-page.ts';
import styles from './PasteForm.module.css';

interface PasteFormProps {
  readonly text: string;
  /** The pasted text as HTML; `null` when there is none. */
  readonly html: string | null;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** A form for a text that becomes an article. Its first line becomes the title if it is separate. */
export function PasteForm({ text: pasted, html: pastedPage, onDone, onBack }: PasteFormProps) {
  const [text, setText] = useState(pasted);
  // The HTML is used only as long as the text is not changed.
  const [html, setHtml] = useState(pastedPage);
  const arriving = useRef<string | null>(null);
  const { failure, add } = useAdding(onDone);
  const isTooLong = text.length > MAX_PASTED_UTF16;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void add(text, html);
      }}
    >
      <label htmlFor="paste-text">{translate('import.pasteLabel')}</label>
      <textarea
        id="paste-text"
        className="scroll"
        dir={text === '' ? undefined : 'auto'}
        autoFocus
        rows={12}
        placeholder={translate('import.pasteHint')}
        value={text}
        onPaste={({ clipboardData }) => {
          arriving.current = text.trim() === '' ? copiedPage(clipboardData) : null;
        }}
        onChange={(event) => {
          setText(event.target.value);
          setHtml(arriving.current);
          arriving.current = null;
        }}
      />
      {html !== null && <p className={styles.hint}>{translate('import.pasteKeeps')}</p>}
      {(failure !== null || isTooLong) && (
        <p role="alert" className={styles.failure}>
          <Bidi text={isTooLong ? translate('import.pasteTooLong') : (failure ?? '')} />
        </p>
      )}
      <DialogActions>
        <Button onClick={onBack}>{translate('common.back')}</Button>
        <Button kind="primary" type="submit" disabled={text.trim() === '' || isTooLong}>
          {translate('import.pasteAdd')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** Adds the text to the library and offers to open it, or says why it was not added. */
function useAdding(onDone: () => void) {
  const [failure, setFailure] = useState<string | null>(null);

  async function add(text: string, html: string | null): Promise<void> {
    try {
      const outcome = await call('import/text', { text, html });
      if (outcome.kind === 'failed') return setFailure(describeImport(outcome));
      onDone();
      if (outcome.kind === 'added') recordAdded([outcome]);
      const { title } = outcome;
      const open = (): void => navigate(articleRoute(outcome.articleId));
      showToast({
        text: translate(outcome.kind === 'duplicate' ? 'import.known' : 'import.pasted', { title }),
        action: { label: translate('import.open'), run: open },
      });
    } catch (error) {
      setFailure(
        describeImport(error instanceof BridgeError ? error.failure : { code: 'unknown' }),
      );
    }
  }

  return { failure, add };
}
