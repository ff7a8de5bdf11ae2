import type { Excerpt } from '#shared/domain/search-result.ts';
import { MarkedText } from './MarkedText.tsx';

/** A piece of content text with its marks, in its own direction; an ellipsis where the text goes on. */
export function ExcerptText({ excerpt }: { readonly excerpt: Excerpt }) {
  return (
    <bdi>
      {excerpt.cutBefore && '… '}
      <MarkedText text={excerpt.text} marks={excerpt.marks} />
      {excerpt.cutAfter && ' …'}
    </bdi>
  );
}
