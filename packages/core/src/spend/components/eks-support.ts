/**
 * When the standard support of a Kubernetes version ends, in UTC: from then on a cluster costs more, unless it is
 * upgraded by itself. From https://endoflife.date/amazon-eks as of 2026-02-14.
 */
const STANDARD_UNTIL: Readonly<Record<string, string>> = {
  "1.29": "2025-03-23",
  "1.30": "2025-07-23",
  "1.31": "2025-11-26",
  "1.32": "2026-03-23",
  "1.33": "2026-07-29",
  "1.34": "2026-12-02",
  "1.35": "2027-03-27",
};

/**
 * The instant at which standard support of a Kubernetes version ends, in epoch milliseconds; undefined where it is not known.
 *
 * @example standardSupportUntil("1.34") // Date.UTC(2026, 11, 2)
 */
export function standardSupportUntil(version: string): number | undefined {
  const day = STANDARD_UNTIL[version];
  return day === undefined ? undefined : Date.parse(day);
}
