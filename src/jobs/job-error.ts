/** Thrown by a job's work when it cannot be done; the message is for who asked for it. */
export class JobError extends Error {
  override readonly name = 'JobError';

  /** @param retry whether trying again later may help; else the job has failed at once */
  constructor(
    message: string,
    readonly retry = false,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The job was given to another process, as this one seemed to be gone, or has ended: nothing more of it may be written. */
export class JobLostError extends Error {
  override readonly name = 'JobLostError';

  constructor(id: string) {
    super(`job ${id} is no longer this process's`);
  }
}
