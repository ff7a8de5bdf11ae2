import { Suspense, lazy, useEffect, useState } from 'react';
import { whenSettled } from '#renderer/start/when-settled.ts';

const OpenedBackup = lazy(async () => ({
  default: (await import('#renderer/features/marks-exchange/index.ts')).OpenedBackup,
}));

/** What the system gave to the app to open; asked for when the start is over. */
export function OpenedFiles() {
  const [isReady, setReady] = useState(false);
  useEffect(() => whenSettled(() => setReady(true)), []);
  return <Suspense fallback={null}>{isReady && <OpenedBackup />}</Suspense>;
}
