import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

export interface Notice {
  readonly title: string;
  readonly detail?: string;
  /** A mistake stays until it is closed. */
  readonly isMistake?: boolean;
  /** Takes back what was done; absent where that cannot be. */
  readonly undo?: () => void;
}

/** Long enough to read, and to reach for "Undo". */
const SHOWN_MS = 8_000;

export const notices = new ToastQueue<Notice>({ maxVisibleToasts: 3 });

/** Tells something that was done or went wrong, at the edge of the page. @returns what `notices.close` takes */
export function tell(notice: Notice): string {
  return notices.add(notice, notice.isMistake ? {} : { timeout: SHOWN_MS });
}
