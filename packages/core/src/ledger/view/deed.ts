import type { Deed } from "../../remediation/deed.ts";
import type { Fields } from "../../remediation/fields.ts";

/** What we did, by a word for lists. */
export const DEEDS = {
  inspected: "inspected",
  notified: "notified",
  repairing: "repair begun",
  repaired: "tags repaired",
  began: "quarantine begun",
  quarantined: "quarantined",
  slipped: "quarantine undone",
  asked: "release asked for",
  released: "released",
  refused: "not done",
  disputed: "disputed",
  exempted: "exempted",
} as const satisfies Record<Deed["kind"], string>;

/** What we did, as the end of a sentence. */
export function deedDetail(deed: Deed): string {
  switch (deed.kind) {
    case "inspected":
      return [
        `state ${deed.state ?? "unknown"}`,
        ...deed.remedies.map(({ name, class: kind }) => `${name} would be ${kind}`),
        ...(deed.controller === null ? [] : [`${deed.controller.controller} controls it`]),
      ].join(", ");
    case "notified":
      return `${deed.to === "fallback" ? "the fallback" : deed.to.team} by ${deed.via.join(", ")}, as ${deed.rule} says${
        deed.deadline === null ? "" : `; quarantine from ${new Date(deed.deadline).toISOString()}`
      }`;
    case "repairing":
    case "repaired":
      return `as ${deed.rule} says`;
    case "began":
      return `${deed.remedy}, as ${deed.rule} says: ${fieldsText(deed.before)} becomes ${fieldsText(deed.ours)}`;
    case "quarantined":
      return deed.remedy;
    case "slipped":
      return `${deed.remedy}: ${deed.bySelf ? "the service set" : "somebody set"} ${fieldsText(deed.found)}`;
    case "asked":
      return `by ${deed.by}${deed.reason === null ? "" : `: ${deed.reason}`}`;
    case "released":
      return [
        `${deed.remedy}${deed.by === null ? ", as its tags became right" : `, asked for by ${deed.by}`}`,
        `given back ${fieldsText(deed.restored)}`,
        ...deed.conflicts.map(({ field, found }) => `${field} left as ${JSON.stringify(found)}`),
      ].join("; ");
    case "refused":
      return `${deed.remedy ?? deed.attempt}: ${deed.why}, ${deed.message}`;
    case "disputed":
      return `by ${deed.by}: ${deed.reason}`;
    case "exempted":
      return `by ${deed.by} until ${new Date(deed.until).toISOString()}, as request ${deed.request} asks: ${deed.reason}`;
  }
}

function fieldsText(fields: Fields): string {
  const parts = Object.entries(fields).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return parts.length === 0 ? "nothing" : parts.join(", ");
}
