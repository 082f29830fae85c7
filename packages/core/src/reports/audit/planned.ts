import type { Effect } from "../../tags/plan/effects.ts";
import type { Plan, Withheld } from "../../tags/plan/plan.ts";

/** Something that would be done, proposed, or held back. */
export type PlannedRemedy = {
  readonly kind: Effect["remedy"];
  readonly decision: "do" | "propose" | "withhold";
  /** Why it is not done, or not yet. */
  readonly heldBy: readonly Pick<Withheld, "guard" | "reason">[];
} & Readonly<Record<string, unknown>>;

/**
 * What a plan holds besides tags to write, each once, with what becomes of it.
 *
 * @example plannedRemedies(plan)[0]
 * // { kind: "notify", to: { team: "vision" }, decision: "withhold", heldBy: [{ guard: "observe", reason: "…" }] }
 */
export function plannedRemedies({ do: done, propose, notify, withheld }: Plan): readonly PlannedRemedy[] {
  const decided: (readonly [Effect, PlannedRemedy["decision"]])[] = [
    ...(notify === null ? [] : [[{ remedy: "notify", notice: notify }, "do"] as const]),
    ...done.map((step) => [step, "do"] as const),
    ...propose.map((step) => [step, "propose"] as const),
    ...withheld.map(({ step }) => [step, "withhold"] as const),
  ];
  const byText = new Map<string, PlannedRemedy>();
  for (const [effect, decision] of decided) {
    const text = JSON.stringify(effect);
    if (effect.remedy === "tag" || byText.has(text)) continue;
    const holds = withheld.filter(({ step }) => JSON.stringify(step) === text);
    const heldBy = holds.map(({ guard, reason }) => ({ guard, reason }));
    byText.set(text, { kind: effect.remedy, ...shown(effect), decision, heldBy });
  }
  return [...byText.values()];
}

function shown(effect: Exclude<Effect, { readonly remedy: "tag" }>): Readonly<Record<string, unknown>> {
  switch (effect.remedy) {
    case "notify": {
      const { to, rule, deadline } = effect.notice;
      return { to, rule, deadline: deadline === null ? null : new Date(deadline).toISOString() };
    }
    case "quarantine":
      return { name: effect.name, class: effect.class };
    case "factory":
      return { controller: effect.controller, name: effect.name };
  }
}
