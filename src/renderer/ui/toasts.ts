/** A short message at the foot of the window, with one thing that can be done about it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

let toast: Toast | null = null;
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows a message; it replaces the one before. Answers its id. */
export function showToast(message: Omit<Toast, 'id'>): number {
  lastId += 1;
  set({ id: lastId, ...message });
  return lastId;
}

export function dismissToast(id: number): void {
  if (toast?.id === id) set(null);
}

export const currentToast = (): Toast | null => toast;

export function onToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: Toast | null): void {
  toast = next;
  for (const listener of listeners) listener();
}
