import type { MadeEvent } from "../events/event-type.ts";
import type { OfResource } from "../events/of-resource.ts";
import { resourceQuarantined } from "../events/resource-quarantined.ts";
import { resourceReleased } from "../events/resource-released.ts";
import { resourceRepaired } from "../events/resource-repaired.ts";
import { resourceViolating } from "../events/resource-violating.ts";
import type { AccrualRecord } from "../ledger/accrual.ts";
import type { Fact } from "../ledger/fact.ts";
import type { ResourceRecord } from "../ledger/resource.ts";
import type { Acted } from "../remediation/acting.ts";
import type { DimensionValues } from "../tags/dimensions.ts";
import { hourlyOf } from "./remediate/cost.ts";

/** A resource of which something new is about to be recorded. */
export interface Announced {
  readonly record: ResourceRecord;
  readonly accrual: AccrualRecord;
  readonly dimensions: DimensionValues;
  /** With what is new. */
  readonly acted: Acted;
  /** What is new about it. */
  readonly facts: readonly Fact[];
}

/** The events that tell others what is new about a resource; of what a rule only observes, only what we did. */
export function announcements(announced: Announced): MadeEvent[] {
  const { facts } = announced;
  return facts.flatMap((fact) => eventOf(announced, fact) ?? []);
}

function eventOf({ record, accrual, dimensions, acted }: Announced, fact: Fact): MadeEvent | null {
  const { at } = fact;
  const { incarnation, type, account, region, configuration } = record;
  const of: OfResource = {
    resource: record.arn ?? record.resource,
    incarnation,
    type,
    account,
    region,
    team: dimensions.team,
    environment: dimensions.environment,
    rule: acted.plan.rule,
    configuration,
    at,
  };
  const hourly = hourlyOf(accrual, at);
  switch (fact.kind) {
    case "decided": {
      if (fact.state !== "violating" || acted.plan.mode === "observe") return null;
      const deadline = acted.plan.notify?.deadline ?? null;
      return resourceViolating(of, { findings: record.findings, deadline, hourly });
    }
    case "repaired":
      return resourceRepaired(of, fact);
    case "quarantined": {
      const quarantine = acted.remediation.quarantines.findLast(({ remedy }) => remedy === fact.remedy);
      if (quarantine === undefined) return null;
      const { remedy, before, ours } = quarantine;
      return resourceQuarantined(of, { remedy, before, set: ours, hourly });
    }
    case "released": {
      const quarantine = acted.remediation.quarantines.findLast(({ remedy }) => remedy === fact.remedy);
      // What never came about needs no end.
      return quarantine?.tookEffect === false ? null : resourceReleased(of, fact);
    }
    default:
      return null;
  }
}
