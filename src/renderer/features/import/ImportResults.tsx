import { useRef, useState } from 'react';
import { call } from '#renderer/bridge/bridge.ts';
import { articleRoute, formatRoute } from '#renderer/routes/route.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { IconName } from '#renderer/ui/icons.ts';
import type { ImportItem } from '#shared/domain/import.ts';
import type { ImportJobState } from '#shared/domain/import-progress.ts';
import { describeImport } from '#shared/i18n/describe-import.ts';
import { translate } from '#shared/i18n/translate.ts';
import { FileName } from '#renderer/ui/FileName.tsx';
import { decideUpdate } from './decide-update.ts';
import { closeImport } from './open-import.ts';
import { byUrgency, remarkText, summaryText } from './outcome-text.ts';
import styles from './ImportResults.module.css';

/** The number of lines that are shown at first, and added with each press on "more". */
const STEP = 100;

const ICONS: Readonly<Record<ImportItem['outcome']['kind'], IconName>> = {
  added: 'check',
  updated: 'check',
  duplicate: 'minus',
  update: 'update',
  failed: 'warn',
};

interface ImportResultsProps {
  readonly state: ImportJobState;
  readonly items: readonly ImportItem[];
}

/** Lists the result of each file. Files that need something to be done come first. */
export function ImportResults({ state, items }: ImportResultsProps) {
  const [shown, setShown] = useState(STEP);
  // While the import runs, only failures are listed.
  const ordered = byUrgency(
    state.state === 'running'
      ? items.filter(({ outcome: { kind } }) => kind === 'failed' || kind === 'update')
      : items,
  );
  return (
    <section className={styles.results} aria-labelledby="import-results" tabIndex={-1}>
      <div className={styles.head}>
        <h3 id="import-results">{translate('import.results')}</h3>
        {state.state !== 'running' && (
          <Button
            small
            onClick={() => {
              void call('import/dismiss', {});
            }}
          >
            {translate('import.dismiss')}
          </Button>
        )}
      </div>
      <p role="status">{summaryText(state)}</p>
      <ul className={styles.list}>
        {ordered.slice(0, shown).map((item) => (
          <Line key={item.index} item={item} />
        ))}
      </ul>
      {ordered.length > shown && (
        <Button kind="outline" small onClick={() => setShown(shown + STEP)}>
          {translate('import.more')}
        </Button>
      )}
    </section>
  );
}

function Line({ item }: { readonly item: ImportItem }) {
  const { name, path, outcome } = item;
  return (
    <li className={styles.line} data-kind={outcome.kind}>
      <Icon name={ICONS[outcome.kind]} small />
      <div className={styles.what}>
        <FileName className={styles.name} title={path ?? undefined} name={name} />
        <Story item={item} />
      </div>
    </li>
  );
}

function Story({ item: { index, outcome } }: { readonly item: ImportItem }) {
  if (outcome.kind === 'failed')
    return (
      <p className={styles.reason}>
        <Bidi text={describeImport(outcome)} />
      </p>
    );
  const remarks =
    outcome.kind === 'added' ? outcome.remarks.map(remarkText).filter((text) => text !== null) : [];
  return (
    <>
      <p>
        {translate(`import.outcome.${outcome.kind}`)}{' '}
        <a
          className={styles.title}
          dir="auto"
          href={formatRoute(articleRoute(outcome.articleId))}
          onClick={closeImport}
        >
          <Bidi text={outcome.title} />
        </a>
      </p>
      {remarks.map((text) => (
        <p key={text} className={styles.remark}>
          {text}
        </p>
      ))}
      {outcome.kind === 'update' && <Choice index={index} />}
    </>
  );
}

/** Asks what to do with another version of a known article. Nothing changes until the reader chooses. */
function Choice({ index }: { readonly index: number }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const decide = (choice: 'replace' | 'keep-both'): void => {
    setBusy(true);
    setFailed(false);
    // The buttons are about to disappear, so the focus moves to the section. Otherwise keys would reach the page
    // behind.
    frame.current?.closest('section')?.focus();
    decideUpdate(index, choice).catch(() => {
      setBusy(false);
      setFailed(true);
    });
  };
  return (
    <div ref={frame} className={styles.choice}>
      <Button kind="outline" small disabled={busy} onClick={() => decide('replace')}>
        {translate('import.replace')}
      </Button>
      <Button kind="outline" small disabled={busy} onClick={() => decide('keep-both')}>
        {translate('import.keepBoth')}
      </Button>
      {failed && (
        // The failure is shown here, because a toast would lie behind the dialog.
        <p role="alert" className={styles.reason}>
          {translate('import.decideFailed')}
        </p>
      )}
    </div>
  );
}
