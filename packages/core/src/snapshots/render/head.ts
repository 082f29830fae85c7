import { BASIS_WORDS, monthWords, SHORT_SNAPSHOT } from "../../reports/render/wording/words.ts";
import { visible } from "../../text/visible.ts";
import type { Snapshot } from "../snapshot.ts";

/** Says of which snapshot something is told. */
export function headLines({
  id,
  period,
  currency,
  basis,
  at,
  bills,
}: Pick<Snapshot, "id" | "period" | "basis" | "at" | "bills"> & {
  readonly currency: string | null;
}): string[] {
  const money = currency === null ? BASIS_WORDS[basis] : `${BASIS_WORDS[basis]} in ${currency}`;
  const made = new Date(at).toISOString().slice(0, 16).replace("T", " ");
  return [
    `${monthWords(period)}, ${money}, snapshot ${id.slice(0, SHORT_SNAPSHOT)} of ${made} UTC`,
    ...bills.map(
      ({ export: name, sequence, version }) =>
        `bill: version ${sequence} (${visible(version.slice(0, SHORT_SNAPSHOT))}) of ${visible(name)}`,
    ),
  ];
}
