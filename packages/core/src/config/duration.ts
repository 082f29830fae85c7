const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * A duration of the configuration in milliseconds.
 *
 * @throws RangeError where it is none
 * @example millisecondsOf("2h") // 7_200_000
 */
export function millisecondsOf(duration: string): number {
  const [, count, unit = ""] = /^(\d+)([smhd])$/.exec(duration) ?? [];
  const milliseconds = UNITS[unit];
  if (milliseconds === undefined) throw new RangeError(`${duration} is not a duration`);
  return Number(count) * milliseconds;
}
