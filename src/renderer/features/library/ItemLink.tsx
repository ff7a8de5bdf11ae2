import type { MouseEvent } from 'react';
import { articleRoute, formatRoute } from '#renderer/routes/route.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import type { ArticleSummary } from '#shared/domain/article.ts';
import type { ListActions } from './list-actions.ts';

interface ItemLinkProps {
  readonly article: ArticleSummary;
  readonly selection: ListActions['selection'];
}

/**
 * The title of an item, as a link that opens it. A click with Ctrl selects the item, and with Shift all items up to
 * it. While articles are being selected, a plain click selects, too. Enter always opens.
 */
export function ItemLink({ article, selection }: ItemLinkProps) {
  function handleClick(event: MouseEvent): void {
    if (!selection) return;
    const isKey = event.detail === 0;
    const how = event.shiftKey ? 'to' : 'one';
    const isChoosing = event.shiftKey || event.ctrlKey || event.metaKey || selection.isSelecting();
    if (isKey || !isChoosing) return;
    event.preventDefault();
    selection.onSelect(article.id, how);
  }
  return (
    <a
      href={formatRoute(articleRoute(article.id))}
      data-list-item=""
      draggable={false}
      onClick={handleClick}
    >
      <bdi>
        <Bidi text={article.title} />
      </bdi>
    </a>
  );
}
