/** Boxes to tick take no text; a list of choices takes letters to find one. */
const EDITABLE =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable="true"]';

/** True when the keyboard's focus is in something that takes text. */
export function isEditable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(EDITABLE) !== null;
}
