import { useMemo, useState } from 'react';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { useReader } from '../open-reader.ts';
import { useSession } from '../session/use-session.ts';
import { ContentsList } from './ContentsList.tsx';
import { filterOutline, indexAt, outlineOf, pagesOf, placeOf } from './place.ts';
import styles from './Contents.module.css';

/** The table of contents of the open article, with a field that filters it. */
export function ContentsTab() {
  const { article, jumpTo, page, panel, session } = useReader();
  const outline = outlineOf(article);
  const current = useSession(session, (state) => indexAt(outline, placeOf(state, page)));
  const [query, setQuery] = useState('');
  const shown = useMemo(() => filterOutline(outline, query), [outline, query]);
  return (
    <>
      <div className={styles.filter}>
        <SearchField
          label={translate('contents.filter')}
          placeholder={translate('contents.filter')}
          value={query}
          onChange={setQuery}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={translate('contents.none')} />
      ) : (
        <ContentsList
          outline={outline}
          direction={article.direction}
          pages={pagesOf(article)}
          shown={shown}
          current={current}
          onOpen={(at) => {
            panel.uncover();
            jumpTo(at);
          }}
        />
      )}
    </>
  );
}
