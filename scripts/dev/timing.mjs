/** Measures how long each step of the set-up takes. */
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
    /** Returns one line; the total counts from the start of this process, including Node's own start. */
    line() {
      const parts = steps.map(([name, ms]) => `${name} ${Math.round(ms)} ms`);
      return [`ready after ${Math.round(now())} ms`, ...parts].join(' · ');
    },
  };
}
