import { inlinePieces } from '#shared/document/inline-pieces.ts';
import { type NestedPart, type SetRange, nestPieces } from '#shared/document/nest-pieces.ts';
import type { Block, Inline } from '#shared/domain/block.ts';
import { type TextPiece, splitRuns } from '#renderer/ui/isolate.ts';

/** What sets words apart: an inline part of the document, the number of a list item, or a left-to-right run. */
export type Setting =
  | { readonly kind: 'inline'; readonly inline: Inline }
  | { readonly kind: 'marker' }
  | { readonly kind: 'run'; readonly run: TextPiece };

type SettingRange = SetRange<Setting>;

/** A stretch of a block's text; without a setting it is plain words and has no parts. */
export type WordsPart = NestedPart<Setting>;

/**
 * Arranges the words of a block as a tree of parts. The plain parts, joined, are exactly the text from `start` to
 * `end`, UTF-16 units. A left-to-right run is never divided, because its pieces would change places in a right-to-left
 * line: an inline part that ends inside a run is divided there instead.
 */
export function nestParts(
  { text, inline, list }: Pick<Block, 'text' | 'inline' | 'list'>,
  start = 0,
  end = text.length,
): WordsPart[] {
  const marker = start === 0 ? Math.min(list?.marker ?? 0, end) : 0;
  const runs = [...runsBetween(text, start, marker), ...runsBetween(text, marker || start, end)];
  const inside = (inline ?? []).filter((part) => part.start < end && part.end > start);
  const ranges: SettingRange[] = [
    ...(marker > 0 ? [{ start: 0, end: marker, setting: { kind: 'marker' } as const }] : []),
    ...inside.flatMap((part) =>
      divideAt(edgesOf(part, marker, start, end), runs).map((range) => ({
        ...range,
        setting: { kind: 'inline', inline: part } as const,
      })),
    ),
    ...runs,
  ];
  const pieces = inlinePieces<never, SettingRange>(end, ranges).filter(
    (piece) => piece.end > start,
  );
  return nestPieces(pieces, start);
}

type Run = SettingRange & { readonly setting: { readonly kind: 'run' } };

function runsBetween(text: string, from: number, to: number): Run[] {
  let at = from;
  return splitRuns(text.slice(from, to)).flatMap((run) => {
    const start = at;
    at += run.text.length;
    return run.foreign ? [{ start, end: at, setting: { kind: 'run', run } as const }] : [];
  });
}

/** Returns the edges of a range inside the part that is set, with one at the end of the marker. */
function edgesOf(range: Inline, marker: number, start: number, end: number): number[] {
  const from = Math.max(range.start, start);
  const to = Math.min(range.end, end);
  return from < marker && marker < to ? [from, marker, to] : [from, to];
}

/** Cuts the ranges between these edges where they begin or end inside a run that reaches further. */
function divideAt(edges: readonly number[], runs: readonly Run[]) {
  const all = edges.flatMap((edge, index) => {
    const run = runAround(runs, edge);
    if (!run) return [edge];
    const cuts = [...(index > 0 ? [run.start] : []), edge, ...(index === 0 ? [run.end] : [])];
    const [low, high] = [edges[0] ?? 0, edges.at(-1) ?? 0];
    return cuts.filter((cut) => cut >= low && cut <= high);
  });
  const sorted = [...new Set(all)].toSorted((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => ({ start, end: sorted[index + 1] ?? start }));
}

/** Finds the run that begins before an offset and ends after it. */
function runAround(runs: readonly Run[], at: number): Run | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  return run && run.start < at ? run : undefined;
}
