const EDITABLE = 'input, textarea, select, [contenteditable="true"]';

/** True when the keyboard's focus is in something that takes text. */
export function isEditable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(EDITABLE) !== null;
}

/** True when a key without modifiers may act as a shortcut. Keys go by their place: `event.code`. */
export function acceptsSingleKey(event: KeyboardEvent): boolean {
  return (
    !event.defaultPrevented &&
    !event.isComposing &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !event.getModifierState('AltGraph') &&
    !isEditable(event.target)
  );
}

/** Ctrl, or Cmd on macOS, and nothing else but perhaps Shift. */
export function hasCommandKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.getModifierState('AltGraph');
}
