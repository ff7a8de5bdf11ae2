/**
 * Calls a function when what has just been rendered is on the screen. It waits for the next frame and then for a
 * message, which arrives after the frame was painted.
 * @returns the function that cancels the call
 */
export function afterPaint(run: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', run, { once: true });
  port1.start();
  const frame = requestAnimationFrame(() => port2.postMessage(null));
  return () => {
    cancelAnimationFrame(frame);
    port1.close();
  };
}
