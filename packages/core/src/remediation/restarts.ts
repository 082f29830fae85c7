const DAY = 86_400_000;

/** RDS starts what was stopped for seven days, by itself. */
const RESTARTS: Readonly<Record<string, number>> = { "rds:stop": 7 * DAY, "rds:stop-cluster": 7 * DAY };

/**
 * How long after a remedy the service itself undoes it, in milliseconds; null where it does not.
 *
 * @example restartsAfter("rds:stop") // 604_800_000
 */
export function restartsAfter(remedy: string): number | null {
  return RESTARTS[remedy] ?? null;
}
