/**
 * Lets screen readers announce a message when they have finished their sentence. A new message replaces the one
 * before.
 */
export function announce(text: string): void {
  const region = document.querySelector('#live');
  if (!region) return;
  region.textContent = '';
  // A new text node is announced even when its words are the same as before.
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
