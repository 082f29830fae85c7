/** In the last one RDS stops what it cannot decrypt, and lets it be started. */
const STOPPED = ["stopping", "stopped", "inaccessible-encryption-credentials-recoverable"];

/**
 * Whether a database or cluster runs in a state, or is about to.
 *
 * @example isRunning("starting") // true
 */
export function isRunning(status: string | undefined): boolean | null {
  return status === undefined ? null : !STOPPED.includes(status);
}
