import type { ReactNode } from 'react';
import type { BackupOffer } from '#shared/domain/backup.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './Exchange.module.css';

/**
 * What restoring a backup would change, and what of the backup is left out. The titles come from a file that somebody
 * else may have made.
 */
export function RestoreChanges({ offer }: { readonly offer: BackupOffer }) {
  const { marks, articles, foreignMarks } = offer;
  const isSame =
    Object.values(marks).every((n) => n === 0) && articles.added + articles.changed === 0;
  return (
    <section className={styles.changes}>
      <h3>{translate('backup.changes')}</h3>
      <ul>
        {isSame && <li>{translate('backup.noChanges')}</li>}
        {articles.changed > 0 && <ChangedTexts offer={offer} />}
        <Line n={articles.added}>{translate('backup.articles.added', { n: articles.added })}</Line>
        <Line n={marks.added}>{translate('backup.marks.added', { n: marks.added })}</Line>
        <Line n={marks.changed}>{translate('backup.marks.changed', { n: marks.changed })}</Line>
        <Line n={marks.removed}>{translate('backup.marks.removed', { n: marks.removed })}</Line>
        <Line n={articles.same}>{translate('backup.articles.same', { n: articles.same })}</Line>
        <Line n={articles.kept}>{translate('backup.articles.kept', { n: articles.kept })}</Line>
        <Line n={articles.leftOut}>
          {translate('backup.articles.leftOut', { n: articles.leftOut })}
        </Line>
        <Line n={foreignMarks}>{translate('backup.foreignMarks', { n: foreignMarks })}</Line>
      </ul>
    </section>
  );
}

function Line({ n, children }: { readonly n: number; readonly children: ReactNode }) {
  return n > 0 && <li>{children}</li>;
}

/** The titles of own articles whose text would be replaced. */
function ChangedTexts({ offer: { articles, changedTitles } }: { readonly offer: BackupOffer }) {
  const more = articles.changed - changedTitles.length;
  const dir = interfaceDirection();
  return (
    <li className={styles.warning}>
      {translate('backup.articles.changed', { n: articles.changed })}
      <ul className="scroll">
        {changedTitles.map(({ now, next }, index) => (
          // An Arabic title begins at the right. The words of the interface beside it keep the order of its language.
          <li key={index} dir="auto">
            <Bidi text={now === '' ? next : now} />
            {now === '' && <small dir={dir}>{translate('backup.articles.damaged')}</small>}
            {now !== '' && now !== next && (
              <small>
                <bdi dir={dir}>
                  {translate('backup.articles.renamed')}{' '}
                  <bdi>
                    <Bidi text={next} />
                  </bdi>
                </bdi>
              </small>
            )}
          </li>
        ))}
        {more > 0 && <li>{translate('backup.articles.more', { n: more })}</li>}
      </ul>
    </li>
  );
}
