import type { ControlledBy } from "../../tags/plan/input.ts";
import { REASONS } from "../../tags/reasons.ts";
import type { Judgement } from "../../tags/verdict/judge.ts";
import type { FactoryTag } from "./asked.ts";
import { factoryText } from "./factory-text.ts";

/**
 * The change at the controller of a resource that puts right what deviates, as far as that is known; null where there is
 * nothing to change.
 */
export function factoryOf(
  controller: ControlledBy,
  { subject, repairs, remaining }: Judgement,
): string | null {
  const tags = new Map<string, FactoryTag>();
  for (const { key, reason } of remaining) {
    if (REASONS[reason].about !== "unknown") tags.set(key, { key, value: null });
  }
  for (const { key, value } of repairs) if (!tags.has(key)) tags.set(key, { key, value });
  return factoryText(controller, subject, [...tags.values()]);
}
