import { Suspense, lazy, useEffect, useState } from 'react';

const OpenedBackup = lazy(async () => ({
  default: (await import('#renderer/features/exchange/index.ts')).OpenedBackup,
}));

/** What the system gave to the app to open; asked for when the first screen is there. */
export function OpenedFiles() {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const handle = requestIdleCallback(() => setReady(true), { timeout: 2_000 });
    return () => cancelIdleCallback(handle);
  }, []);
  return <Suspense fallback={null}>{isReady && <OpenedBackup />}</Suspense>;
}
