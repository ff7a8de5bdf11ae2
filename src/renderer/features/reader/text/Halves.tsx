import type { ComponentProps } from 'react';
import { divideText } from '#shared/document/divide-text.ts';
import { Words } from './words/Words.tsx';

/** The two halves of a line of verse. The sign between them is in the page, but the space between them says the same. */
export function Halves(props: Omit<ComponentProps<typeof Words>, 'start' | 'end'>) {
  const { text, halves = [] } = props.block;
  return divideText(text, halves).map(({ start, end, next }) => (
    <span key={start} data-half="">
      <Words {...props} start={start} end={end} />
      {next > end && <span hidden>{text.slice(end, next)}</span>}
    </span>
  ));
}
