import { splitTashkeel } from '#shared/arabic/tashkeel.ts';
import { splitRuns } from './isolate.ts';

interface BidiProps {
  readonly text: string;
  /** Vowel signs stay in the page, for offsets and copies, but are not drawn. */
  readonly hideTashkeel?: boolean;
}

/** Content text, each foreign run isolated; its text nodes joined are exactly `text`. */
export function Bidi({ text, hideTashkeel = false }: BidiProps) {
  // The pieces of one text never change places, so their index is their key.
  return splitRuns(text).map((piece, index) => {
    if (piece.foreign)
      return (
        <bdi key={index} className="ltr" lang={piece.latin ? 'en' : undefined}>
          {piece.text}
        </bdi>
      );
    return hideTashkeel ? <Bare key={index} text={piece.text} /> : piece.text;
  });
}

/**
 * Letters without their vowel signs. An element that is not displayed has no box, so the letters around it
 * are shaped as neighbours: they join, and lam-alef is one shape.
 */
function Bare({ text }: { readonly text: string }) {
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
