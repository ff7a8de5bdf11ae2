/** Says something to those who listen rather than look; polite, one message at a time. */
export function announce(text: string): void {
  const region = document.querySelector('#live');
  if (!region) return;
  region.textContent = '';
  // A new text node is announced even when the words are the same as before.
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
