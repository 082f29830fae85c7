import type { BillVersion, VersionContents } from "@tagledger/core/bills/version";
import { BASES } from "@tagledger/core/costs/charge";
import { formatAmount } from "@tagledger/core/costs/money";
import { exactAmounts, totalOf } from "./amounts-text.ts";

/** The JSON form of a version: amounts are exact decimal strings, times are ISO 8601 in UTC. */
export function versionJson({ deliveredAt, at, contents, ...version }: BillVersion) {
  return {
    ...version,
    deliveredAt: new Date(deliveredAt).toISOString(),
    at: new Date(at).toISOString(),
    contents: contents === null ? null : contentsJson(contents),
  };
}

function contentsJson({
  totals,
  needs,
  repairs,
  moreRepairs,
  tagNames: _names,
  ...contents
}: VersionContents) {
  const whole = Object.fromEntries(
    BASES.flatMap((basis) => {
      const total = totalOf({ ...contents, totals }, basis);
      return total === null ? [] : [[basis, total]];
    }),
  );
  return {
    ...contents,
    tagKeys: needs.tagKeys,
    total: exactAmounts(whole),
    totals: totals.map(({ type, lines, amounts }) => ({ type, lines, amounts: exactAmounts(amounts) })),
    repairs: repairs.map(({ amount, ...repair }) => ({ ...repair, amount: formatAmount(amount) })),
    ...(moreRepairs !== undefined && {
      moreRepairs: { ...moreRepairs, amount: formatAmount(moreRepairs.amount) },
    }),
  };
}
