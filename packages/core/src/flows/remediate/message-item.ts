import type { Happened } from "../../remediation/deed.ts";
import { factoryOf } from "../../remediation/factory/factory-of.ts";
import type { MessageItem } from "../../remediation/message.ts";
import { openQuarantine } from "../../remediation/remediation.ts";
import type { Step } from "../../tags/plan/effects.ts";
import { hourlyOf, soFarOf } from "./cost.ts";
import type { Present } from "./present.ts";

/** What is said of one resource to those whose it is. */
export function messageItem(
  present: Present,
  happened: Happened,
  { now, configuration }: { readonly now: number; readonly configuration: string },
): MessageItem {
  const { record, plan, standing, accrual, remediation, controller } = present;
  const { judgement } = standing;
  const last = openQuarantine(remediation) ?? remediation.quarantines.at(-1);
  const planned = plan.withheld.find(({ step }) => step.remedy === "quarantine" && step.class !== "final");
  const remedy =
    happened === "violating" ? (nameOf(plan.do[0]) ?? nameOf(planned?.step)) : (last?.remedy ?? null);
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
    remedy: happened === "repaired" || (happened === "violating" && deadline === null) ? null : remedy,
    decidedBy: { rule: plan.rule, configuration },
    fix: record.fix,
    factory: controller === null ? null : factoryOf(controller, judgement),
    remarks: remarksOf(present, happened),
  };
}

function nameOf(step: Step | { readonly remedy: "notify" } | undefined): string | null {
  return step?.remedy === "quarantine" ? step.name : null;
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
  if (happened !== "violating") return [];
  return plan.propose.flatMap((step) =>
    step.remedy === "quarantine"
      ? [
          `A person may decide to do ${step.name}, which cannot be undone; nothing of the kind happens by itself.`,
        ]
      : [],
  );
}
