/**
 * Makes a part that no start needs when it is first asked for, and only once; `make` loads its modules. A failure is not
 * stored, so that the next request tries again.
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
