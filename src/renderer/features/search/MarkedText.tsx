import { Bidi } from '#renderer/ui/Bidi.tsx';
import { splitMarks } from './split-marks.ts';

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** Content text with its matches marked. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  return splitMarks(text, marks).map((piece) =>
    piece.marked ? (
      <mark key={piece.start}>
        <Bidi text={piece.text} />
      </mark>
    ) : (
      <Bidi key={piece.start} text={piece.text} />
    ),
  );
}
