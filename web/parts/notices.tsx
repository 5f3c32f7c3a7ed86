import { useSyncExternalStore, type ReactNode } from 'react';
import { later } from './later.js';
import { notices } from './toasts.js';

const ToastRegion = later(async () => (await import('./toast-region.js')).Notices);

/** Where notices are shown, once there is one. */
export function Notices(): ReactNode {
  const isAny = useSyncExternalStore(
    (told) => notices.subscribe(told),
    () => notices.visibleToasts.length > 0,
  );
  return isAny && <ToastRegion />;
}
