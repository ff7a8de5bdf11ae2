import type { ArticleSummary, Own } from '#shared/domain/article.ts';
import type { Details } from '#shared/domain/import.ts';
import { readWebAddress } from '#shared/domain/web-address.ts';
import { readTypedDate } from './typed-date.ts';

/** The present details in the form. A missing detail is an empty text. */
export interface DetailsDraft {
  readonly title: string;
  readonly outlet: string;
  readonly author: string;
  readonly date: string;
  readonly address: string;
  readonly language: string;
  readonly direction: Details['direction'];
  readonly collections: readonly string[];
  readonly tags: readonly string[];
}

export function toDraft(article: ArticleSummary & { readonly own: Own }): DetailsDraft {
  const { title, outlet, author, date, address, language, direction, own } = article;
  return {
    title,
    outlet: outlet ?? '',
    author: author ?? '',
    date: date ?? '',
    address: address ?? '',
    language,
    direction,
    collections: own.collections,
    tags: own.tags,
  };
}

/** The details to save; `null` while a field has an invalid text. */
export function toDetails(draft: DetailsDraft): Details | null {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const date = readTypedDate(draft.date);
  const address = readTypedAddress(draft.address);
  const title = draft.title.trim();
  if (title === '' || date === null || address === null) return null;
  return {
    title,
    outlet: orNull(draft.outlet),
    author: orNull(draft.author),
    date: orNull(date),
    address: orNull(address),
    language: draft.language,
    direction: draft.direction,
    collections: [...draft.collections],
    tags: [...draft.tags],
  };
}

/**
 * Reads the web address that was typed or pasted. An empty field gives an empty text, and an invalid address gives
 * `null`.
 */
export function readTypedAddress(typed: string): string | null {
  return typed.trim() === '' ? '' : readWebAddress(typed);
}
