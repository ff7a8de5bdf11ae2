import type { Excerpt } from '#shared/domain/search-result.ts';
import { MarkedText } from './MarkedText.tsx';

/**
 * An excerpt of a text with its matches, and an ellipsis where the text goes on. The element around it has the
 * direction of the text.
 */
export function ExcerptText({ excerpt }: { readonly excerpt: Excerpt }) {
  return (
    <>
      {excerpt.cutBefore && '… '}
      <MarkedText text={excerpt.text} marks={excerpt.marks} />
      {excerpt.cutAfter && ' …'}
    </>
  );
}
