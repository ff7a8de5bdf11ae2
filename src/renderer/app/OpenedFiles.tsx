import { Suspense, lazy, useEffect, useState } from 'react';
import { whenSettled } from '#renderer/start/when-settled.ts';

const OpenedBackup = lazy(async () => ({
  default: (await import('#renderer/features/marks-exchange/index.ts')).OpenedBackup,
}));

/** Offers the backup that the system opened with the app. It is asked for when the start is over. */
export function OpenedFiles() {
  const [isReady, setReady] = useState(false);
  useEffect(() => whenSettled(() => setReady(true)), []);
  return <Suspense fallback={null}>{isReady && <OpenedBackup />}</Suspense>;
}
