import { useMarksList } from './use-listed-annotations.ts';
import { ANNOTATION_TABS, type AnnotationTab } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { useTags } from '#renderer/bridge/queries.ts';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { useListPosition } from '#renderer/ui/use-list-position.ts';
import { translate } from '#shared/i18n/translate.ts';
import { BookmarksSection } from './BookmarksSection.tsx';
import { HighlightsSection } from './HighlightsSection.tsx';
import { TagsSection } from './TagsSection.tsx';
import styles from './AnnotationsPage.module.css';

/** The marks page: the highlights with their notes, the bookmarks and the tags of all articles. */
export function AnnotationsPage({ tab }: { readonly tab: AnnotationTab }) {
  const { items, bookmarks } = useMarksList();
  const tags = useTags();
  const isRead = items !== null && bookmarks !== null && tags !== undefined;
  const scroller = useListPosition(`annotations ${tab}`, isRead);
  if (!isRead) return null;
  const counts = { highlights: items.length, bookmarks: bookmarks.length, tags: tags.length };
  return (
    <div ref={scroller} className={`${styles.page} scroll`}>
      <div className={styles.wrap}>
        <header className={styles.head}>
          <h1>{translate('ann.panel')}</h1>
          <Tabs
            label={translate('ann.panel')}
            tabs={ANNOTATION_TABS.map((id) => ({
              id,
              label: translate(`ann.tab.${id}`),
              count: counts[id],
            }))}
            selected={tab}
            onSelect={(chosen) => navigate({ page: 'annotations', tab: chosen })}
          />
        </header>
        {tab === 'highlights' && <HighlightsSection items={items} />}
        {tab === 'bookmarks' && <BookmarksSection bookmarks={bookmarks} />}
        {tab === 'tags' && <TagsSection tags={tags} />}
      </div>
    </div>
  );
}
