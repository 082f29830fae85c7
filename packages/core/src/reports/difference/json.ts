import type { Cause, HolderChange } from "../../bills/change.ts";
import type { ComparedVersion, ComparedVersions } from "../../bills/compared.ts";
import type { Holder } from "../../bills/day.ts";
import { formatAmount } from "../../costs/money.ts";

/** Renders how two versions of a bill differ as JSON: amounts are exact decimal strings, times are ISO 8601 in UTC. */
export function renderDifferenceJson(compared: ComparedVersions): string {
  return `${JSON.stringify(jsonDifference(compared), null, 2)}\n`;
}

/**
 * The JSON form of how two versions of a bill differ, as a value.
 *
 * @example jsonDifference(compared).difference // "-12.5"
 */
export function jsonDifference({ period, basis, currency, before, after, difference }: ComparedVersions) {
  return {
    period,
    basis,
    currency,
    before: { ...jsonVersion(before), amount: formatAmount(difference.before) },
    after: { ...jsonVersion(after), amount: formatAmount(difference.after) },
    difference: formatAmount(difference.delta),
    changes: difference.changes.map(jsonChange),
  };
}

function jsonVersion({ id, export: name, sequence, status, deliveredAt, lines }: ComparedVersion) {
  return {
    version: id,
    export: name,
    sequence,
    status,
    deliveredAt: new Date(deliveredAt).toISOString(),
    lines,
  };
}

function jsonChange({ holder, before, after, delta, causes }: HolderChange) {
  return {
    ...jsonHolder(holder),
    before: formatAmount(before),
    after: formatAmount(after),
    difference: formatAmount(delta),
    causes: causes.map(jsonCause),
  };
}

function jsonCause({ kind, service, lineItemType, account, other, amount }: Cause) {
  return {
    kind,
    service,
    lineItemType,
    account,
    other: other === null ? null : jsonHolder(other),
    amount: formatAmount(amount),
  };
}

function jsonHolder(holder: Holder) {
  return { holder: holder.kind, name: "name" in holder ? holder.name : null };
}
