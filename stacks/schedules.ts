import type { Stores } from "./environment.ts";
import { componentOf, houseFunction, type Made } from "./function.ts";
import { deadLetters, queuePolicy } from "./queue.ts";
import { trusting } from "./role.ts";
import { secretsOf } from "./secrets.ts";
import type { Told } from "./told.ts";

/** What runs by the clock, and where those runs are that failed. */
export interface Runs {
  readonly functions: readonly Made[];
  readonly deadLetters: Readonly<Record<string, sst.aws.Queue>>;
}

/** What runs by the clock: what is due every minute, and the sweep every six hours. */
export function schedules(told: Told, stores: Stores): Runs {
  const failed = deadLetters("RunsFailed");
  queuePolicy("RunsFailed", failed, told, { rules: [] });

  const onDue = houseFunction("on-due", told, stores, {
    description: "Does what is due, and hands over the events that wait.",
    // Less than the minute until the next run. Should the clock strike twice, leases keep the two apart.
    timeout: 55,
    memory: 1024,
    role: told.names.remediation,
    // The next minute does what this one could not, so a run that failed leaves nothing to do again.
    queues: {},
    secrets: secretsOf(told.config),
    unattended: { retries: 0, patience: 60 },
  });
  const sweep = houseFunction("sweep", told, stores, {
    description: "Holds what exists against the ledger.",
    timeout: 900,
    memory: 1024,
    role: told.names.reader,
    queues: { failed },
    unattended: { retries: 1, patience: 3600 },
  });
  every("rate(1 minute)", onDue, told);
  every("rate(6 hours)", sweep, told, failed);
  return { functions: [onDue, sweep], deadLetters: { RunsFailed: failed } };
}

function every(
  schedule: `rate(${string})`,
  { name, function: made }: Made,
  { home }: Told,
  failed?: sst.aws.Queue,
): void {
  const trust = trusting("scheduler.amazonaws.com", { StringEquals: { "aws:SourceAccount": home.account } });
  new sst.aws.CronV2(`${componentOf(name)}Schedule`, {
    schedule,
    function: made,
    ...(failed && { dlq: failed.arn }),
    transform: { role: { assumeRolePolicy: trust } },
  });
}
