/**
 * Elements that take letters. Check boxes and radio buttons take none, and a native list takes letters to find an
 * option.
 */
const EDITABLE =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable="true"]';

/** True when an element takes typed text. */
export function isEditable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(EDITABLE) !== null;
}
