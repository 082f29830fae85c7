import type { Guard, Hold } from "../guard.ts";

/** What a controller keeps is never acted on itself: it would be made anew, or the tags taken off again. */
export const controlled: Guard = {
  name: "controller",
  compile: () => (effect, situation) => {
    if (situation.controller === null || effect.remedy === "notify") return null;
    const { controller, name } = situation.controller;
    const hold: Hold = { reason: `${controller} controls it${name === null ? "" : ` as part of ${name}`}` };
    return effect.remedy === "quarantine" ? hold : { ...hold, ask: true };
  },
};
