import { useChangeSettings } from '#renderer/bridge/queries.ts';
import { openImport } from '#renderer/features/import/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { LANGUAGES } from '#shared/domain/choices.ts';
import { LANGUAGE_NAMES } from '#shared/i18n/language-names.ts';
import { getLocale } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { OpenLink } from './OpenLink.tsx';
import type { LibraryItem } from './reading-state.ts';
import styles from './ResumeCard.module.css';

/** The welcome of a new library, in the position of the later card of the last article. */
export function FirstRunCard({ items }: { readonly items: readonly LibraryItem[] }) {
  const { mutate: changeSettings } = useChangeSettings();
  const first = items.find(({ article }) => article.kind === 'guide') ?? items[0];
  return (
    <section className={styles.card} aria-labelledby="first-run">
      <div>
        <h2 id="first-run" className={styles.title}>
          {translate('firstRun.title')}
        </h2>
        <p className={styles.lead}>{translate('firstRun.body')}</p>
      </div>
      <div className={styles.ways}>
        {LANGUAGES.filter((language) => language !== getLocale().language).map((language) => (
          <Button
            key={language}
            lang={language}
            title={translate('firstRun.language')}
            onClick={() => changeSettings({ language })}
          >
            {LANGUAGE_NAMES[language]}
          </Button>
        ))}
        <Button kind="outline" aria-haspopup="dialog" onClick={() => openImport()}>
          {translate('firstRun.import')}
        </Button>
        {first && <OpenLink item={first} label={translate('firstRun.start')} />}
      </div>
    </section>
  );
}

/** True before the reader has opened, marked or imported anything. */
export const isFirstRun = (items: readonly LibraryItem[]): boolean =>
  items.every(
    ({ article, marks }) =>
      article.own === null &&
      !marks?.reading &&
      !marks?.shelf &&
      (marks?.highlights ?? 0) + (marks?.bookmarks ?? 0) === 0,
  );
