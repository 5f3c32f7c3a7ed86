/** Thrown when a query asks for what no plan is made of; it is answered in the ordinary way. */
export class NotPlanned extends Error {
  override readonly name = 'NotPlanned';

  /** @param what the first such thing, for people who look into it */
  constructor(what: string) {
    super(`no plan is made of ${what}`);
  }
}
