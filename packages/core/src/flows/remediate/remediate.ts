import { TagledgerError } from "../../errors.ts";
import { needsMending, type Undone } from "../../remediation/refusal.ts";
import type { Rules } from "../rules.ts";
import { act } from "./act.ts";
import { type Examination, type Examined, examine } from "./examine.ts";
import { whileLeased } from "./lease.ts";
import type { RemediatePorts } from "./ports.ts";
import { repair } from "./repair.ts";
import { tell } from "./tell.ts";

/** How many resources are acted on at the same time. */
const AT_ONCE = 8;

/** How old, in milliseconds, what was read may be when it is acted on. */
const FRESH = 10_000;

/** What came of acting on resources. */
export interface Remediated {
  /** How many were looked at; those that somebody else has in hand are not. */
  readonly acted: number;
  /** How often AWS refused what a person has to mend, as a permission, before it can be done. */
  readonly remediesRefused: number;
  /** How many messages no channel took, or not all to which they were given. */
  readonly messagesFailed: number;
  /** What failed that is no answer of AWS; all else was done, and the rest is due again. */
  readonly failures: readonly unknown[];
}

/**
 * Does what is to be done about resources: reads them again, puts tags right, quarantines, gives back, and tells those
 * whose they are. All that is done is noted; asked again, it does nothing twice.
 *
 * @param resources their names in the ledger
 * @throws where what concerns all of them failed, as the ledger or a whole part of the tags to write; nothing is lost then
 */
export async function remediate(
  ports: RemediatePorts,
  rules: Rules,
  resources: readonly string[],
): Promise<Remediated> {
  return whileLeased(ports.ledger, resources, ports.clock, async (held) => {
    const { examined, ...notLooked } = await examine(ports, rules, held.resources);
    const failures = [...notLooked.failures];
    const undone: (Undone | null)[] = [...notLooked.refused, ...(await repair(ports, rules, examined))];
    for (let from = 0; from < examined.length && held.mayBegin(); from += AT_ONCE) {
      const { examined: some, ...notAgain } = await fresh(ports, rules, examined.slice(from, from + AT_ONCE));
      const acted = await Promise.allSettled(some.map((each) => act(ports, rules, each)));
      failures.push(...notAgain.failures, ...reasons(acted));
      undone.push(...notAgain.refused, ...values(acted));
    }
    const names = examined.map(({ record }) => record.resource);
    const told = await Promise.allSettled([tell(ports, rules, names)]);
    failures.push(...reasons(told));
    return {
      acted: held.resources.length,
      remediesRefused: undone.filter((why) => why !== null && needsMending(why)).length,
      messagesFailed: values(told)[0] ?? 0,
      failures,
    };
  });
}

function values<Value>(settled: readonly PromiseSettledResult<Value>[]): Value[] {
  return settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
}

function reasons(settled: readonly PromiseSettledResult<unknown>[]): unknown[] {
  return settled.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
}

/** What was read some time ago is read again: of many, the last would be acted on as it was before the first. */
async function fresh(ports: RemediatePorts, rules: Rules, some: readonly Examined[]): Promise<Examination> {
  const isOld = ({ at }: Examined) => ports.clock() - at > FRESH;
  const old = some.filter(isOld).map(({ record }) => record.resource);
  const again = old.length === 0 ? NOTHING : await examine(ports, rules, old);
  return { ...again, examined: [...some.filter((each) => !isOld(each)), ...again.examined] };
}

const NOTHING: Examination = { examined: [], failures: [], refused: [] };

/** What is thrown where some of many resources failed: what failed, or what says how many did. */
export function failureOf(failures: readonly unknown[]): unknown {
  const [first] = failures;
  if (failures.length === 1) return first;
  const message = first instanceof Error ? first.message : String(first);
  return new TagledgerError(
    "outside-failure",
    `${failures.length} resources failed, the first with: ${message}`,
    {},
    { cause: first },
  );
}
