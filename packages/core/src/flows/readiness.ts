import type { Config } from "../config/definition.ts";
import type { ResourceRecord } from "../ledger/resource.ts";
import type { Hash, Ledger } from "../ports.ts";
import type { AccountReadiness, Readiness, RuleReadiness } from "../reports/readiness/figures.ts";
import { shortfalls } from "../reports/readiness/shortfalls.ts";
import { everKnown } from "./readiness/ever-known.ts";
import { type Observed, observer } from "./readiness/observe.ts";
import { Tally } from "./readiness/tally.ts";
import { switchableRules } from "./turn-on.ts";

/** What is asked. */
export interface ReadinessRequest {
  readonly config: Config;
  /** Epoch milliseconds. */
  readonly now: number;
  /** How many days are looked at; those of the configuration where it is left out. */
  readonly days?: number | undefined;
}

const DAY = 86_400_000;
/** Histories that are read at the same time. */
const AT_ONCE = 16;

/** All that was counted in one account. */
interface Account {
  since: number;
  readonly tallies: Map<string, Tally>;
}

/**
 * Tells how every rule of enforcement would have done in the last days: by what the ledger knows, judged by this
 * configuration. What counts was created or judged in these days, or deviates still; memory grows with rules and
 * accounts only. An account is observed since the first thing that the ledger knows of it.
 *
 * @example (await readiness({ ledger, hash }, { config, now })).rules[0]?.isReady // false
 */
export async function readiness(
  { ledger, hash }: { readonly ledger: Ledger; readonly hash: Hash },
  { config, now, days }: ReadinessRequest,
): Promise<Readiness> {
  const { readiness: thresholds } = config.enforcement;
  const looked = Math.max(1, days ?? thresholds.days);
  const observe = observer(config);
  const accounts = new Map<string | null, Account>();

  for await (const records of everKnown(ledger, AT_ONCE)) {
    const observed = await Promise.all(records.map(observedOf));
    for (const [place, { account, created }] of records.entries()) {
      const known = accounts.get(account) ?? { since: created, tallies: new Map<string, Tally>() };
      accounts.set(account, known);
      known.since = Math.min(known.since, created);
      const one = observed[place];
      if (one) tallyOf(known, one).add(one);
    }
  }
  return { at: now, days: looked, thresholds, rules: await rulesRead() };

  async function observedOf(record: ResourceRecord): Promise<Observed | null> {
    const from = now - looked * DAY;
    if (record.ended !== null && record.ended < from) return null;
    const history = await ledger.history(record.resource);
    const [begin, end] = [Math.max(from, record.created), record.ended ?? Number.POSITIVE_INFINITY];
    const isJudged = history.facts.some(
      ({ kind, at }) => (kind === "read" || kind === "decided") && begin <= at && at < end,
    );
    return from <= record.created || isJudged || deviates(record) ? observe(history, record, now) : null;
  }

  async function rulesRead(): Promise<RuleReadiness[]> {
    const approvals = await ledger.approvals();
    return switchableRules(config, hash).map(({ place, fingerprint, mode }) => {
      const read = [...accounts].flatMap(([account, { since, tallies }]) => {
        const figures = tallies.get(place)?.figures(since);
        if (figures === undefined) return [];
        return [{ account, ...figures, shortfalls: shortfalls(figures, thresholds, now) }];
      });
      return {
        place,
        mode,
        turnedOnBy: approvals.findLast(({ rule }) => rule === fingerprint)?.by ?? null,
        accounts: read.sort(byAccount),
        isReady: read.length > 0 && read.every((each) => each.shortfalls.length === 0),
      };
    });
  }
}

function tallyOf({ tallies }: Account, { place }: Observed): Tally {
  const tally = tallies.get(place) ?? new Tally();
  tallies.set(place, tally);
  return tally;
}

/** What deviates is found anew every day, though nothing has to be noted for that. */
function deviates({ state }: ResourceRecord): boolean {
  return state === "violating" || state === "repairable" || state === "undecided";
}

function byAccount({ account: a }: AccountReadiness, { account: b }: AccountReadiness): number {
  return (a ?? "") < (b ?? "") ? -1 : 1;
}
