import type { MatchedForm } from '#shared/domain/search-result.ts';
import type { Found } from './facets.ts';

/** The forms found in an article and in its notes, each once. */
export function formsOf({ hit, notes }: Pick<Found, 'hit' | 'notes'>): readonly MatchedForm[] {
  if (notes.length === 0) return hit.forms;
  const forms = new Map<string, MatchedForm>();
  for (const form of [...hit.forms, ...notes.flatMap(({ hit: found }) => found.forms)]) {
    const key = `${form.layer} ${form.text}`;
    forms.set(key, { ...form, count: (forms.get(key)?.count ?? 0) + form.count });
  }
  return [...forms.values()];
}

/** The most forms that are named when all can be named. */
const MOST_NAMED = 8;
/** The number of forms that are named when there are more, such as hundreds that begin with one letter. */
const FEW_NAMED = 3;

/** The forms to name, and the number of the others. */
export function nameForms<Form>(forms: readonly Form[]): {
  readonly named: readonly Form[];
  readonly more: number;
} {
  const named = forms.length > MOST_NAMED ? forms.slice(0, FEW_NAMED) : forms;
  return { named, more: forms.length - named.length };
}
