import type { Happened } from "../../remediation/deed.ts";
import { factoryOf } from "../../remediation/factory/factory-of.ts";
import type { MessageItem } from "../../remediation/message.ts";
import { openQuarantine } from "../../remediation/remediation.ts";
import type { Effect, QuarantineStep } from "../../tags/plan/effects.ts";
import { hourlyOf, soFarOf } from "./cost.ts";
import type { Present } from "./present.ts";

/** What is said of one resource to those whose it is. */
export function messageItem(
  present: Present,
  happened: Happened,
  { now, configuration }: { readonly now: number; readonly configuration: string },
): MessageItem {
  const { record, plan, standing, accrual, controller } = present;
  const { judgement } = standing;
  const deadline = happened === "violating" ? (plan.notify?.deadline ?? null) : null;
  return {
    resource: record.arn ?? record.resource,
    type: record.type,
    account: record.account,
    region: record.region,
    actor: record.actor?.display ?? null,
    happened,
    findings: judgement.findings,
    hourly: hourlyOf(accrual, now),
    soFar: soFarOf(accrual, now),
    deadline,
    remedy: remedyOf(present, happened),
    decidedBy: { rule: plan.rule, configuration },
    fix: record.fix,
    factory: controller === null ? null : factoryOf(controller, judgement),
    remarks: remarksOf(present, happened),
  };
}

/** What would be done, is proposed, or was done; null where that is nothing. */
function remedyOf({ plan, remediation }: Present, happened: Happened): string | null {
  switch (happened) {
    case "repaired":
      return null;
    case "proposed":
      return quarantinesIn(plan.propose)[0]?.name ?? null;
    case "violating": {
      if (plan.notify === null || plan.notify.deadline === null) return null;
      const held = plan.withheld.map(({ step }) => step);
      const possible = quarantinesIn([...plan.do, ...held]).filter((step) => step.class !== "final");
      return possible[0]?.name ?? null;
    }
    default:
      return (openQuarantine(remediation) ?? remediation.quarantines.at(-1))?.remedy ?? null;
  }
}

function quarantinesIn(steps: readonly Effect[]): QuarantineStep[] {
  return steps.filter((step) => step.remedy === "quarantine");
}

function remarksOf({ plan, remediation }: Present, happened: Happened): string[] {
  if (happened === "repaired") {
    const set = remediation.repairs.at(-1)?.set ?? {};
    return [
      `Tagledger wrote ${Object.entries(set)
        .map(([key, value]) => `${key}=${value}`)
        .join(", ")}.`,
    ];
  }
  if (happened === "conflict") {
    return remediation.quarantines.length === 0
      ? []
      : ["Something was changed during the quarantine; that was left as it is."];
  }
  if (happened === "slipped") {
    return ["It is left as it is now for at least a day; what its rule does then is announced anew."];
  }
  if (happened !== "proposed") return [];
  return plan.propose.flatMap((step) =>
    step.remedy === "quarantine"
      ? [
          `A person may decide to do ${step.name}, which cannot be undone; nothing of the kind happens by itself.`,
        ]
      : [],
  );
}
