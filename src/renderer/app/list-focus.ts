const isListItem = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.matches('[data-list-item]');

/** Moves the focus to the next or previous link of the list on the page. */
export function moveInList(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('main [data-list-item]')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at === -1 && by === -1 ? links.length - 1 : at + by;
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
}

/** Opens the list item that has the focus. */
export const openListItem = {
  isEnabled: (): boolean => isListItem(document.activeElement),
  run: (): void => {
    if (isListItem(document.activeElement)) document.activeElement.click();
  },
} as const;
