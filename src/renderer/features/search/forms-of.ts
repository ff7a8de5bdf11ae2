import type { MatchedForm } from '#shared/domain/search-result.ts';
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

/** Most forms that are named together. */
const MOST_NAMED = 8;
/** Named of more, such as of the hundreds that begin with one letter: enough to see of which kind they are. */
const FEW_NAMED = 3;

/** The forms to name, and how many others there are. */
export function nameForms<Form>(forms: readonly Form[]): {
  readonly named: readonly Form[];
  readonly more: number;
} {
  const named = forms.length > MOST_NAMED ? forms.slice(0, FEW_NAMED) : forms;
  return { named, more: forms.length - named.length };
}
