import type { MatchedForm } from '#shared/domain/search.ts';
import type { Found } from './facets.ts';

/** The forms found in an article and in its notes, each once. */
export function formsOf({ hit, notes }: Pick<Found, 'hit' | 'notes'>): readonly MatchedForm[] {
  if (notes.length === 0) return hit.forms;
  const forms = new Map<string, MatchedForm>();
  for (const form of [...hit.forms, ...notes.flatMap(({ match }) => match.forms)]) {
    const key = `${form.layer} ${form.text}`;
    forms.set(key, { ...form, count: (forms.get(key)?.count ?? 0) + form.count });
  }
  return [...forms.values()];
}
