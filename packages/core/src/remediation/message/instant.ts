/** Shows an instant, in epoch milliseconds, in a zone of its own; null where UTC is enough. */
export type LocalTime = ((at: number) => string) | null;

/**
 * An instant in UTC, and where people live elsewhere as their clocks show it.
 *
 * @example instantText(AT, localTimeIn("Europe/Berlin")) // "2026-09-01T12:00:00Z (2026-09-01 14:00 Europe/Berlin)"
 */
export function instantText(at: number, localTime: LocalTime): string {
  const utc = new Date(at).toISOString().replace(".000Z", "Z");
  return localTime === null ? utc : `${utc} (${localTime(at)})`;
}

/**
 * How a zone shows instants; null for UTC.
 *
 * @throws RangeError where nobody knows the zone
 * @example localTimeIn("Europe/Berlin")?.(Date.parse("2026-09-01T12:00:00Z")) // "2026-09-01 14:00 Europe/Berlin"
 */
export function localTimeIn(timeZone: string): LocalTime {
  if (timeZone === "UTC") return null;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const [year, month, day, hour, minute] = ["year", "month", "day", "hour", "minute"].map(
      (type) => parts.get(type as Intl.DateTimeFormatPartTypes) ?? "",
    );
    return `${year}-${month}-${day} ${hour}:${minute} ${timeZone}`;
  };
}
