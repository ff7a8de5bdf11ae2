import { type KeyboardEvent, useState } from 'react';
import { MAX_TAGS } from '#shared/domain/limits.ts';
import type { KnownLabel } from './labels.ts';
import { type Offer, addLabels, offerLabels } from './offer-labels.ts';

interface Labels {
  readonly values: readonly string[];
  readonly fixed: readonly string[];
  readonly known: readonly KnownLabel[];
  readonly onChange: (values: readonly string[]) => void;
}

/** The text that is being typed into a field of labels, and the suggestions for it. */
export interface LabelEntry {
  readonly typed: string;
  readonly offers: readonly Offer[];
  /** The index of the chosen suggestion; -1 when none is chosen. */
  readonly at: number;
  setOpen(open: boolean): void;
  /** Adds labels and clears the typed text. */
  add(...added: readonly string[]): void;
  /** Takes typed or pasted text. A comma ends a label. */
  type(text: string): void;
  readonly handleKeyDown: (event: KeyboardEvent) => void;
}

export function useLabelEntry({ values, fixed, known, onChange }: Labels): LabelEntry {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const [open, setOpen] = useState(false);
  const isFull = values.length >= MAX_TAGS;
  const offers = open && !isFull ? offerLabels(known, [...fixed, ...values], typed) : [];

  function reset(): void {
    setTyped('');
    setAt(-1);
  }

  function add(...added: readonly string[]): void {
    reset();
    const next = addLabels(values, added, { fixed, known });
    if (next.length > values.length) onChange(next);
  }

  function type(text: string): void {
    const pieces = text.split(/[,،]/u);
    const last = pieces.pop() ?? '';
    if (pieces.length > 0) add(...pieces);
    setTyped(last);
    setAt(-1);
    setOpen(true);
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    const entered = event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
    if (by !== undefined) {
      setOpen(true);
      setAt((now) => Math.max(-1, Math.min(offers.length - 1, now + by)));
    } else if (entered) {
      // Enter never submits the form around the field, even when there is nothing to add.
      add(offers[at]?.name ?? typed);
    } else if (event.key === 'Backspace' && typed === '' && values.length > 0) {
      onChange(values.slice(0, -1));
    } else if (event.key === 'Escape' && (typed !== '' || offers.length > 0)) {
      reset();
      setOpen(false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return { typed, offers, at, setOpen, add, type, handleKeyDown };
}
