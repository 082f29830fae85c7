import { AT } from "../../testing/make-subject.ts";
import type { QuarantineStep } from "../effects.ts";
import type { History } from "../input.ts";
import type { Plan } from "../plan.ts";
import { planner } from "../planner.ts";
import { enforcing, type Facts, HOUR, makeInput } from "./make-input.ts";

/** A default that permits everything. */
export const ALL = "default: { mode: [notify, repair, quarantine], deadline: 24h }";

/** The remedy of the resources in these tests. */
export const STOP: QuarantineStep = { remedy: "quarantine", name: "ec2:stop", class: "reversible" };

/** What lets a quarantine follow now. */
export const TOLD: History = { notifiedAt: AT - 25 * HOUR, deadline: AT - HOUR, quarantinedAt: [] };

/** Something that keeps a resource. */
export const GROUP = { controller: "auto-scaling", name: "workers" };

/** What is planned by these rules. */
export function planOf(enforcement: string, facts: Facts = {}): Plan {
  const config = enforcing(enforcement);
  return planner(config)(makeInput(config, facts));
}

/** The names of the guards that hold each effect. */
export function heldIn({ withheld }: Plan): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  for (const { step, guard } of withheld) {
    const name = step.remedy === "quarantine" ? step.name : step.remedy;
    names[name] = [...(names[name] ?? []), guard];
  }
  return names;
}
