/**
 * Put before the converter's own script: it never comes back from a file whose name has `endless` in it, and takes ever
 * more memory for one with `greedy`.
 */
const taken = [];

addEventListener('message', ({ ports: [port] }) => {
  port?.addEventListener('message', ({ data: { name } }) => {
    if (name.includes('endless')) for (;;);
    if (name.includes('greedy')) for (;;) taken.push(new Uint8Array(4e6).fill(1));
  });
});
