import { TagledgerError } from "../../errors.ts";
import type { Rules } from "../rules.ts";
import { act } from "./act.ts";
import { type Examined, examine } from "./examine.ts";
import { whileLeased } from "./lease.ts";
import type { RemediatePorts } from "./ports.ts";
import { repair } from "./repair.ts";
import { tell } from "./tell.ts";

/** How many resources are acted on at the same time. */
const AT_ONCE = 8;

/** How old, in milliseconds, what was read may be when it is acted on. */
const FRESH = 10_000;

/**
 * Does what is to be done about resources: reads them again, puts tags right, quarantines, gives back, and tells those
 * whose they are. All that is done is noted; asked again, it does nothing twice.
 *
 * @param resources their names in the ledger
 * @returns how many were looked at; those that somebody else has in hand are not
 * @throws outside-failure where something failed that is no answer of AWS; all else was done, and the rest is due again
 */
export async function remediate(
  ports: RemediatePorts,
  rules: Rules,
  resources: readonly string[],
): Promise<number> {
  return whileLeased(ports.ledger, resources, ports.clock, async (held) => {
    const { examined, failures: notLooked } = await examine(ports, rules, held.resources);
    const failures: unknown[] = [...notLooked];
    await repair(ports, rules, examined);
    for (let from = 0; from < examined.length && held.mayBegin(); from += AT_ONCE) {
      const some = await fresh(ports, rules, examined.slice(from, from + AT_ONCE));
      const acted = await Promise.allSettled(some.map((each) => act(ports, rules, each)));
      failures.push(...acted.flatMap((each) => (each.status === "rejected" ? [each.reason] : [])));
    }
    const names = examined.map(({ record }) => record.resource);
    await tell(ports, rules, names);
    if (failures.length > 0) throw failed(failures);
    return held.resources.length;
  });
}

/** What was read some time ago is read again: of many, the last would be acted on as it was before the first. */
async function fresh(ports: RemediatePorts, rules: Rules, some: readonly Examined[]): Promise<Examined[]> {
  const isOld = ({ at }: Examined) => ports.clock() - at > FRESH;
  const old = some.filter(isOld).map(({ record }) => record.resource);
  return [
    ...some.filter((each) => !isOld(each)),
    ...(old.length === 0 ? [] : (await examine(ports, rules, old)).examined),
  ];
}

function failed(failures: readonly unknown[]): unknown {
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
