import { useArticle } from '#renderer/bridge/queries.ts';
import { ArticleMeta } from '#renderer/ui/ArticleMeta.tsx';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { OpenLink } from './OpenLink.tsx';
import { ReadingProgress } from './ReadingProgress.tsx';
import type { LibraryItem } from './reading-state.ts';
import styles from './PreviewPane.module.css';

/** The number of paragraphs that are shown. */
const OPENING_PARAGRAPHS = 4;

/** The beginning of an article and the names in it, beside the list of a wide window. */
export function PreviewPane({ item }: { item: LibraryItem }) {
  const { article, marks, state } = item;
  const { data } = useArticle(article.id);
  const opening = data?.blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'image');
  const named = [...article.people, ...article.organisations, ...article.places];
  return (
    <aside className={`${styles.pane} scroll`} aria-label={translate('library.item.preview')}>
      <div className={styles.facts} dir={article.direction}>
        <ArticleMeta article={article} marks={marks} />
      </div>
      <h2 className={styles.title} lang={article.language} dir={article.direction}>
        <Bidi text={article.title} />
      </h2>
      <OpenLink item={item} />
      {state === 'reading' && (
        <div className={styles.progress}>
          <ReadingProgress item={item} />
        </div>
      )}
      <div className={styles.text} lang={article.language} dir={article.direction}>
        {opening?.slice(0, OPENING_PARAGRAPHS).map(({ id, text }) => (
          <p key={id}>
            <Bidi text={text} />
          </p>
        ))}
      </div>
      {named.length > 0 && (
        <>
          <h3 className={styles.named}>{translate('library.mentions')}</h3>
          <ul className={styles.names} dir={article.direction}>
            {named.map((name) => (
              <li key={name}>
                <Tag>
                  <Bidi text={name} />
                </Tag>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
