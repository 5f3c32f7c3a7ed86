import { useMay } from '../viewer.js';

/** What can be done about a claim. */
export type Act = 'attach' | 'quote' | 'waive' | 'assign' | 'verdict' | 'checkable';

/** Whether it can be done about several at once. */
export const isAboutSeveral = (act: Act): boolean => act === 'attach' || act === 'waive' || act === 'assign';

/** Tells what the viewer may do; a source is proposed where it may not be attached. */
export function useMayAct(): (act: Act) => boolean {
  const [mayEdit, mayCheck] = [useMay('EDITOR'), useMay('CHECKER')];
  return (act) => (act === 'attach' || act === 'assign' || act === 'verdict' ? mayCheck : mayEdit);
}
