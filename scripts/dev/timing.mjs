/** How long each step of the set-up takes. */
export function createTiming(now = () => performance.now()) {
  const steps = [];
  return {
    async measure(name, step) {
      const startMs = now();
      try {
        return await step();
      } finally {
        steps.push([name, now() - startMs]);
      }
    },
    /** One line; the total counts from the start of this process, Node's own start included. */
    line() {
      const parts = steps.map(([name, ms]) => `${name} ${Math.round(ms)} ms`);
      return [`ready after ${Math.round(now())} ms`, ...parts].join(' · ');
    },
  };
}
