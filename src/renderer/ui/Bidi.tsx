import { splitRuns } from './isolate.ts';

/** Content text, each foreign run isolated; its text nodes joined are exactly `text`. */
export function Bidi({ text }: { text: string }) {
  return splitRuns(text).map((piece, index) =>
    piece.foreign ? (
      // The pieces of one text never change places.
      <bdi key={index} className="ltr" lang={piece.latin ? 'en' : undefined}>
        {piece.text}
      </bdi>
    ) : (
      piece.text
    ),
  );
}
