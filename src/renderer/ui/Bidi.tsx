import type { ReactNode } from 'react';
import { splitTashkeel } from '#shared/arabic/tashkeel.ts';
import { type TextPiece, splitRuns } from './isolate.ts';

interface BidiProps {
  readonly text: string;
  /** Hides vowel signs. They stay in the page, so that offsets and copied text do not change. */
  readonly hideTashkeel?: boolean;
}

/** The longest run that a title cut at its end shows either as a whole or not at all, UTF-16 units. */
const SHORT_UTF16 = 24;

/** Shows content text with each left-to-right run isolated. The text nodes, joined, are exactly `text`. */
export function Bidi({ text, hideTashkeel = false }: BidiProps) {
  // The pieces of one text are never reordered, so the index can be the key.
  return splitRuns(text).map((piece, index) => {
    if (piece.foreign)
      return (
        <ForeignRun key={index} run={piece}>
          {piece.text}
        </ForeignRun>
      );
    return hideTashkeel ? <Bare key={index} text={piece.text} /> : piece.text;
  });
}

/** Isolates a left-to-right run of content text. */
export function ForeignRun({ run, children }: { run: TextPiece; children: ReactNode }) {
  return (
    <bdi
      className="ltr"
      lang={run.latin ? 'en' : undefined}
      data-short={run.text.length <= SHORT_UTF16 || undefined}
    >
      {children}
    </bdi>
  );
}

/**
 * Shows letters without their vowel signs. The signs are in elements that are not displayed. These have no box, so the
 * letters around them still join, and lam-alef is one shape.
 */
export function Bare({ text }: { readonly text: string }) {
  return splitTashkeel(text).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} hidden>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
