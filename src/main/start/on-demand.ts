/**
 * A part that no start needs: made when it is first asked for, and once. Its modules are loaded by `make`.
 * A failed attempt is not kept, so that the next one tries again.
 */
export function onDemand<Part>(make: () => Promise<Part>): () => Promise<Part> {
  let made: Promise<Part> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
