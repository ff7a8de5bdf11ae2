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
 * The title of an item, which opens it. With Ctrl a click chooses it, with Shift everything up to it; while articles are
 * being chosen, so does a click alone. Enter opens always.
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
