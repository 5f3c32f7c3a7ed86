/** What can be done about a claim. */
export type Act = 'attach' | 'quote' | 'waive' | 'assign' | 'verdict' | 'checkable';

/** Whether it can be done about several at once. */
export const isAboutSeveral = (act: Act): boolean => act === 'attach' || act === 'waive' || act === 'assign';

/** The role that it needs; a source is proposed where it may not be attached. */
export const neededRole = (act: Act): 'CHECKER' | 'EDITOR' =>
  act === 'attach' || act === 'assign' || act === 'verdict' ? 'CHECKER' : 'EDITOR';
