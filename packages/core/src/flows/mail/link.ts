import type { Config } from "../../config/definition.ts";
import type { StatementMonth } from "../../reports/mail/month.ts";

/**
 * Where a month is seen in a browser, as it was when the mail was written; null where no place is configured.
 *
 * @example permalink(config, month, "fraud-detection") // "https://costs.example.com/?period=2026-09&basis=effective&snapshot=8c7e…&team=fraud-detection"
 */
export function permalink(
  { reports }: Config,
  { period, basis, id }: Pick<StatementMonth, "period" | "basis" | "id">,
  team: string | null,
): string | null {
  if (reports.url === undefined) return null;
  const [place = "", hash = ""] = reports.url.split("#");
  const asked = { period, basis, snapshot: id, ...(team !== null && { team }) };
  const query = Object.entries(asked).map(
    ([key, value]) => `${key}=${encodeURIComponent(value.replace(/\p{Cs}/gu, "\ufffd"))}`,
  );
  return `${place}${place.includes("?") ? "&" : "?"}${query.join("&")}${hash === "" ? "" : `#${hash}`}`;
}
