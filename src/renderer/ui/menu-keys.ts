interface Key {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * The index of the item that a key leads to. Arrows wrap around, Home and End lead to the ends, and a letter leads to
 * the next item that begins with it. `null` for other keys.
 *
 * @param at     index of the item that has the focus; -1 when none has it
 * @param names  what the items are called
 */
export function nextItem(key: Key, at: number, names: readonly string[]): number | null {
  const count = names.length;
  if (count === 0) return null;
  switch (key.code) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return byLetter(key, at, names);
  }
}

function byLetter(key: Key, at: number, names: readonly string[]): number | null {
  const isLetter = /^\S$/u.test(key.key);
  if (!isLetter || key.ctrlKey || key.metaKey || key.altKey) return null;
  const wanted = key.key.toLocaleLowerCase();
  const order = names.map((_, step) => (at + 1 + step) % names.length);
  return order.find((index) => names[index]?.toLocaleLowerCase().startsWith(wanted)) ?? null;
}
