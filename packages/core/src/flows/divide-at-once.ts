import { canonicalConfig } from "../config/canonical.ts";
import type { Config } from "../config/definition.ts";
import type { Basis } from "../costs/charge.ts";
import { chargeNeeds } from "../costs/query.ts";
import { readUsage } from "../costs/sharing/read-usage.ts";
import type { Bills, Hash, Usage } from "../ports.ts";
import { makeSnapshot } from "../snapshots/make.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import { chooseContents } from "./choose-contents.ts";
import { divide } from "./divide.ts";

/** A bill on disk that is divided at once. */
export interface DivideAtOnce {
  readonly config: Config;
  readonly bill: readonly string[];
  readonly usage: readonly string[];
  /** Needed only where the bill holds several. */
  readonly period?: string | undefined;
  readonly currency?: string | undefined;
  readonly basis: Basis;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Divides a bill from disk as a snapshot is, which nothing keeps.
 *
 * @throws bad-input when bill or usage cannot be read, or period or currency must be chosen
 */
export async function divideAtOnce(
  { bills, usage: files, hash }: { readonly bills: Bills; readonly usage: Usage; readonly hash: Hash },
  { config, basis, now, ...asked }: DivideAtOnce,
): Promise<Snapshot> {
  const { sha256 } = hash;
  const usage = readUsage(await files.read(asked.usage), config);
  const bill = await bills.open(asked.bill, { basis, needs: chargeNeeds(config) });
  try {
    const chosen = chooseContents(bill, asked, config);
    const divided = await divide({ hash }, { bill, config, usage, basis, ...chosen });
    const configuration = sha256(canonicalConfig(config));
    const unkept = { bills: [], sources: [], coverage: [], previous: null, difference: null };
    return makeSnapshot(divided, { ...unkept, at: now, config, configuration, usage }, sha256);
  } finally {
    await bill.close();
  }
}
