import { useViewState, viewState } from '#renderer/view-state/view-state.ts';

/** A short message at the foot of the window, with one action. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** Shows a message, which replaces the one before. @returns its id */
export function showToast(message: Omit<Toast, 'id'>): number {
  const id = viewState.get('toastCount') + 1;
  viewState.set('toastCount', id);
  viewState.set('toast', { id, ...message });
  return id;
}

/** Takes a message away, unless another one has replaced it. */
export function dismissToast(id: number): void {
  if (currentToast()?.id === id) viewState.set('toast', null);
}

export const currentToast = (): Toast | null => viewState.get('toast');

export const useToast = (): Toast | null => useViewState('toast');
