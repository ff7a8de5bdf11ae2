import { useSyncExternalStore } from 'react';
import type { ReaderSession, ReaderState } from './session.ts';

/**
 * Subscribes a component to one part of the session.
 *
 * @param select  returns a value of the state or one of its parts, never a new object
 */
export const useSession = <Part>(
  session: ReaderSession,
  select: (state: ReaderState) => Part,
): Part => useSyncExternalStore(session.subscribe, () => select(session.state));
