import { memo } from 'react';
import { placeLabel } from '#shared/citation/place-label.ts';
import type { Matching } from '#shared/domain/search.ts';
import type { MatchedForm, SearchHit, Snippet } from '#shared/domain/search-result.ts';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { articleRoute, formatRoute } from '#renderer/routes/route.ts';
import { ArticleMeta } from '#renderer/ui/ArticleMeta.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { useLocale } from '#renderer/ui/use-locale.ts';
import { ExcerptText } from './ExcerptText.tsx';
import { MarkedText } from './MarkedText.tsx';
import { NoteHit } from './NoteHit.tsx';
import type { Found } from './facets.ts';
import { formsOf, nameForms } from './forms-of.ts';
import styles from './ResultItem.module.css';

const MAX_SNIPPETS = 3;
const MAX_NOTES = 5;

interface ResultItemProps {
  readonly found: Found;
  /** The text that the find bar of the article starts with. */
  readonly find: string;
  readonly matching: Matching;
}

/** One article that was found, with its snippets, its forms and its notes. */
export const ResultItem = memo(function ResultItem({ found, find, matching }: ResultItemProps) {
  useLocale();
  const { hit, notes, article, marks } = found;
  const inTitle = hit.matches.filter(({ field }) => field === 'title');
  const first = hit.matches.find(({ field }) => field === 'text');
  const at = first ? { start: first.start, end: first.end } : null;
  return (
    <li className={styles.result} dir={article.direction}>
      <h2 className={styles.title}>
        <a data-list-item href={formatRoute(articleRoute(hit.articleId, { at, find, matching }))}>
          <MarkedText text={article.title} marks={inTitle} />
        </a>
      </h2>
      <div className={styles.facts}>
        <ArticleMeta
          article={article}
          marks={marks}
          extra={!hit.complete && <Tag tone="warn">{translate('search.partial')}</Tag>}
        />
      </div>
      <div className={styles.snippets}>
        {hit.snippets.slice(0, MAX_SNIPPETS).map((snippet) => (
          <SnippetLink
            key={snippet.start}
            snippet={snippet}
            hit={hit}
            find={find}
            matching={matching}
          />
        ))}
        {notes.slice(0, MAX_NOTES).map((note) => (
          <NoteHit key={note.hit.annotationId} note={note} />
        ))}
      </div>
      <WhyRow found={found} />
    </li>
  );
});

interface SnippetLinkProps {
  readonly snippet: Snippet;
  readonly hit: SearchHit;
  readonly find: string;
  readonly matching: Matching;
}

function SnippetLink({ snippet, hit, find, matching }: SnippetLinkProps) {
  const mark = snippet.marks[0] ?? { start: 0, end: snippet.text.length };
  const at = { start: snippet.start + mark.start, end: snippet.start + mark.end };
  return (
    <a
      className={styles.snippet}
      href={formatRoute(articleRoute(hit.articleId, { at, find, matching }))}
    >
      <span>
        <ExcerptText excerpt={snippet} />
      </span>
      <small className={styles.where} dir={interfaceDirection()}>
        {placeLabel(snippet)}
      </small>
    </a>
  );
}

function WhyRow({ found }: { readonly found: Found }) {
  const { hit, notes } = found;
  const { named, more } = nameForms(formsOf(found));
  const fields = new Set(hit.matches.map(({ field }) => field));
  const where = fields.size > 1 ? 'both' : fields.has('title') ? 'title' : 'text';
  return (
    <div className={styles.facts}>
      <div className={styles.why} dir={interfaceDirection()}>
        <span className={styles.question}>{translate('search.why')}</span>
        {hit.matches.length > 0 && (
          <Tag tone="accent">
            {translate('common.matches', { n: hit.matches.length })} ·{' '}
            {translate(`search.part.${where}`)}
          </Tag>
        )}
        {notes.length > 0 && (
          <Tag tone="accent">{translate('search.inNotes', { n: notes.length })}</Tag>
        )}
        {named.map((form) => (
          <FormTag key={`${form.layer} ${form.text}`} form={form} />
        ))}
        {more > 0 && <span>{translate('search.moreForms', { n: more })}</span>}
      </div>
    </div>
  );
}

function FormTag({ form }: { readonly form: MatchedForm }) {
  return (
    <Tag data-form={form.text}>
      <b className={styles.form}>{translate('search.form', { form: form.text })}</b>{' '}
      {translate(`search.layer.${form.layer}`)}
    </Tag>
  );
}
