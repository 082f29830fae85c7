import type { ResourceRecord } from "../ledger/resource.ts";
import type { State } from "../tags/lifecycle/standing.ts";
import { lookAgain } from "./drain-due.ts";
import type { RemediatePorts } from "./remediate/ports.ts";
import { failureOf, remediate } from "./remediate/remediate.ts";
import type { Rules } from "./rules.ts";

/** What came of all work that was due. */
export interface Worked {
  /** How often a resource was looked at to judge it. */
  readonly looked: number;
  /** How often a resource was acted on, or looked at in order to. */
  readonly acted: number;
  /** How often AWS refused what a person has to mend, as a permission, before tags are written, or it is quarantined or given back. */
  readonly remediesRefused: number;
  /** How many messages no channel took, or not all to which they were given. */
  readonly messagesFailed: number;
}

/** What came of it until something failed that is no answer of AWS; null where nothing did. */
export interface WorkedOff extends Worked {
  readonly failure: { readonly reason: unknown } | null;
}

/** Few enough to be done while they are leased, and as many as one call may launch, so that one tags them all. */
const AT_ONCE = 100;

/** What is due again and again in one run comes to nothing more in it. */
const MOST_TIMES = 4;

const DEVIANT: readonly State[] = ["violating", "repairable"];

/**
 * Does all work that is due: reads live tags of resources whose time has come, and does what is to be done about those
 * that deviate, or did.
 *
 * @param mayGoOn asked before each part of the work
 * @throws outside-failure where something failed that is no answer of AWS; nothing is lost then
 */
export async function work(
  ports: RemediatePorts,
  rules: Rules,
  mayGoOn: () => boolean = () => true,
): Promise<Worked> {
  const { failure, ...worked } = await workOff(ports, rules, mayGoOn);
  if (failure !== null) throw failure.reason;
  return worked;
}

/**
 * The same for whoever has to know what was done also where something failed.
 *
 * @param mayGoOn asked before each part of the work
 */
export async function workOff(
  ports: RemediatePorts,
  rules: Rules,
  mayGoOn: () => boolean,
): Promise<WorkedOff> {
  const worked = { looked: 0, acted: 0, remediesRefused: 0, messagesFailed: 0 };
  try {
    await goOn(ports, rules, mayGoOn, worked);
    return { ...worked, failure: null };
  } catch (reason) {
    return { ...worked, failure: { reason } };
  }
}

/** Adds up what comes of each part. */
async function goOn(
  ports: RemediatePorts,
  rules: Rules,
  mayGoOn: () => boolean,
  worked: { -readonly [Count in keyof Worked]: number },
): Promise<void> {
  const times = new Map<string, number>();
  while (mayGoOn()) {
    const now = ports.clock();
    const due = (await ports.ledger.due(now, AT_ONCE + tired(times))).filter(
      ({ resource }) => (times.get(resource) ?? 0) < MOST_TIMES,
    );
    if (due.length === 0) break;
    for (const { resource } of due) times.set(resource, (times.get(resource) ?? 0) + 1);
    const acts = due.filter(isActed).map(({ resource }) => resource);
    worked.looked += (await lookAgain(ports, rules, { due: due.filter((each) => !isActed(each)), now })).done;
    const { failures, ...done } = await remediate(ports, rules, [...new Set(acts)]);
    worked.acted += done.acted;
    worked.remediesRefused += done.remediesRefused;
    worked.messagesFailed += done.messagesFailed;
    if (failures.length > 0) throw failureOf(failures);
  }
}

/** What deviates is looked at by whoever acts on it, and so is what was acted on. */
function isActed({ state, remediation }: ResourceRecord): boolean {
  return DEVIANT.includes(state) || remediation !== undefined;
}

/** How many may be due still though nothing more comes of them now. */
function tired(times: ReadonlyMap<string, number>): number {
  return Math.min(900, [...times.values()].filter((count) => count >= MOST_TIMES).length);
}
