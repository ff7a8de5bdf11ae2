import type { Inline } from '#shared/domain/block.ts';
import { MAX_INLINE } from '#shared/domain/limits.ts';
import type { DraftBlock, Lead } from '../document.ts';

/** What sets a part of a line apart: its kind, the address of a link, or the name of the place where it leads. */
export type Setting =
  | { readonly kind: Exclude<Inline['kind'], 'link' | 'reference'> }
  | { readonly kind: 'link'; readonly href: string }
  | { readonly anchor: string };

interface Part {
  readonly setting: Setting;
  readonly start: number;
  readonly end: number;
}

/** Most parts of one line that are remembered; a line that becomes several blocks may have more than MAX_INLINE. */
const MAX_PARTS = 10 * MAX_INLINE;

/** A finished line: trimmed text, and everything in it by UTF-16 units of that text. */
export interface TakenLine {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly pages: NonNullable<DraftBlock['pages']>;
  readonly anchors: readonly string[];
  /** Where a wide gap stands between two words. */
  readonly gaps: readonly number[];
}

/**
 * A line of text while it is written. White space is collapsed at once, so the offsets of parts, pages and gaps are
 * those of the final text. Names and pages of a line without text stay for the next one.
 */
export class Line {
  /** True while wide gaps are remembered. */
  seesGaps = false;
  private text = '';
  private endsInSpace = true;
  private open: { readonly setting: Setting; start: number }[] = [];
  private parts: Part[] = [];
  private pages: { readonly label: string; readonly at: number }[] = [];
  private anchors: string[] = [];
  private gaps: number[] = [];

  /** Length without a space at the end, UTF-16 units. */
  get length(): number {
    return this.text.length - (this.endsInSpace && this.text !== '' ? 1 : 0);
  }

  /** Where the next letter will stand, UTF-16 units. */
  get next(): number {
    return this.text.length;
  }

  append(raw: string): void {
    if (raw === '') return;
    if (this.seesGaps) return this.appendWithGaps(raw);
    this.appendCollapsed(raw.replace(/\s+/gu, ' '));
  }

  /** Returns the last letters, without a space at the end. */
  ending(lengthUtf16: number): string {
    return this.text.slice(0, this.length).slice(-lengthUtf16);
  }

  /** Begins a part that ends with `leave`. It is continued in the next line if this one ends before. */
  enter(setting: Setting): void {
    this.open.push({ setting, start: this.text.length });
  }

  leave(): void {
    const part = this.open.pop();
    if (part) this.add(part.setting, part.start);
  }

  /** Adds a text that is set apart. */
  appendPart(text: string, setting: Setting): void {
    this.enter(setting);
    this.append(text);
    this.leave();
  }

  /** Gives a name to the place that was reached. */
  name(anchor: string): void {
    this.anchors.push(anchor);
  }

  /** Begins a printed page. */
  page(label: string): void {
    this.pages.push({ label, at: this.text.length });
  }

  gap(): void {
    if (this.length > 0) this.gaps.push(this.length);
  }

  /** Returns the line and begins the next one. */
  take(): TakenLine {
    for (const { setting, start } of this.open) this.add(setting, start);
    const text = this.text.slice(0, this.length);
    const taken = {
      text,
      parts: this.parts.flatMap((part) => trimmed(part, text)),
      pages: text === '' ? [] : this.pages.filter(({ at }) => at < text.length),
      anchors: text === '' ? [] : this.anchors,
      gaps: this.gaps.filter((at) => at < text.length),
    };
    this.pages = this.pages
      .filter(({ at }) => text === '' || at >= text.length)
      .map(({ label }) => ({ label, at: 0 }));
    if (text !== '') this.anchors = [];
    for (const part of this.open) part.start = 0;
    [this.text, this.endsInSpace, this.parts, this.gaps] = ['', true, [], []];
    return taken;
  }

  /** Returns the names and pages that no text followed, for a picture that stands there. */
  takePlaces(): Pick<TakenLine, 'anchors' | 'pages'> {
    const { anchors, pages } = this;
    [this.anchors, this.pages] = [[], []];
    return { anchors, pages };
  }

  /** Adds a finished line with everything in it. */
  appendLine(line: TakenLine): void {
    const start = this.text.length;
    this.append(line.text);
    for (const part of line.parts)
      if (this.parts.length < MAX_PARTS)
        this.parts.push({ ...part, start: part.start + start, end: part.end + start });
    for (const { label, at } of line.pages) this.pages.push({ label, at: at + start });
    this.anchors.push(...line.anchors);
  }

  /** Like `take`, but with the names and pages that no text followed. */
  takeWhole(): TakenLine {
    const taken = this.take();
    const { anchors, pages } = this.takePlaces();
    const end = taken.text.length;
    return {
      ...taken,
      anchors: [...taken.anchors, ...anchors],
      pages: [...taken.pages, ...pages.map(({ label }) => ({ label, at: end }))],
    };
  }

  private add(setting: Setting, start: number): void {
    const end = this.text.length;
    if (start < end && this.parts.length < MAX_PARTS) this.parts.push({ setting, start, end });
  }

  private appendWithGaps(raw: string): void {
    let from = 0;
    for (const { 0: blank, index } of raw.matchAll(/[^\S\n]{3,}|[\t\u2001\u2003]/gu)) {
      this.appendCollapsed(raw.slice(from, index).replace(/\s+/gu, ' '));
      this.gap();
      this.appendCollapsed(' ');
      from = index + blank.length;
    }
    this.appendCollapsed(raw.slice(from).replace(/\s+/gu, ' '));
  }

  private appendCollapsed(text: string): void {
    const more = this.endsInSpace && text.startsWith(' ') ? text.slice(1) : text;
    if (more === '') return;
    this.text += more;
    this.endsInSpace = more.endsWith(' ');
  }
}

/** Moves everything after `cut` letters that are left out and `before` letters that are put before them. */
export function shifted(line: TakenLine, cut: number, before: number): TakenLine {
  if (cut === 0 && before === 0) return line;
  const move = (at: number): number => Math.max(at - cut, 0) + before;
  return {
    ...line,
    parts: line.parts.flatMap((part) =>
      part.end > cut ? [{ ...part, start: move(part.start), end: move(part.end) }] : [],
    ),
    pages: line.pages.map(({ label, at }) => ({ label, at: at === 0 ? 0 : move(at) })),
    gaps: line.gaps.map(move),
  };
}

/** Returns what a block says about its line. */
export function fieldsOf({ parts, pages, anchors }: TakenLine): Partial<DraftBlock> {
  const inline: Inline[] = [];
  const leads: Lead[] = [];
  for (const { setting, start, end } of parts)
    if ('anchor' in setting) leads.push({ start, end, anchor: setting.anchor });
    else inline.push({ ...setting, start, end });
  return {
    ...(inline.length > 0 && { inline: inline.toSorted(byStart) }),
    ...(leads.length > 0 && { leads: leads.toSorted(byStart) }),
    ...(pages.length > 0 && { pages }),
    ...(anchors.length > 0 && { anchors }),
  };
}

const byStart = (
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): number => a.start - b.start || b.end - a.end;

/** Cuts the spaces at both ends of a part. */
function trimmed({ setting, start, end }: Part, text: string): Part[] {
  let [from, to] = [start, Math.min(end, text.length)];
  while (from < to && text[from] === ' ') from += 1;
  while (to > from && text[to - 1] === ' ') to -= 1;
  return from < to ? [{ setting, start: from, end: to }] : [];
}
