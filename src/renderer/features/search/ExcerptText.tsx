import type { Excerpt } from '#shared/domain/search-result.ts';
import { MarkedText } from './MarkedText.tsx';

/** A piece of content text with its marks; an ellipsis where the text goes on. What holds it has the text's direction. */
export function ExcerptText({ excerpt }: { readonly excerpt: Excerpt }) {
  return (
    <>
      {excerpt.cutBefore && '… '}
      <MarkedText text={excerpt.text} marks={excerpt.marks} />
      {excerpt.cutAfter && ' …'}
    </>
  );
}
