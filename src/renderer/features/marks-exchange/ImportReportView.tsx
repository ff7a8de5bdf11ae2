import { MARK_IMPORT_STATES } from '#shared/domain/choices.ts';
import type { ImportReport } from '#shared/domain/import-report.ts';
import { translate } from '#shared/i18n/translate.ts';
import { FileName } from '#renderer/ui/FileName.tsx';
import styles from './Exchange.module.css';

/** The numbers of records that are exact, repaired, approximate, orphaned, known or refused, with the reasons. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const { fileName, counts, replacing, entries } = report;
  const states = MARK_IMPORT_STATES.filter((state) => counts[state] > 0);
  return (
    <>
      <p className={styles.hint}>
        <FileName name={fileName} />
      </p>
      <table className={styles.table}>
        <tbody>
          {states.map((state) => (
            <tr key={state} data-state={state}>
              <th scope="row">
                {translate(`exchange.state.${state}`)}
                <small>{translate(`exchange.stateHint.${state}`)}</small>
              </th>
              <td>{counts[state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {replacing > 0 && (
        <p className={styles.hint}>{translate('exchange.replacing', { n: replacing })}</p>
      )}
      {entries.length > 0 && (
        <details className={styles.details} open={entries.length <= 6}>
          <summary>{translate('exchange.details')}</summary>
          <ul className="scroll" aria-label={translate('exchange.details')}>
            {entries.map(({ number, state, reason, quote, title }) => (
              <li key={number} data-state={state}>
                <p>
                  <b>{translate(`exchange.state.${state}`)}</b>
                  {reason !== null && <span>{translate(`exchange.reason.${reason}`)}</span>}
                </p>
                <blockquote dir="auto">
                  {quote.trim() === '' ? translate('exchange.noQuote', { n: number }) : quote}
                </blockquote>
                {title !== null && <cite dir="auto">{title}</cite>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
