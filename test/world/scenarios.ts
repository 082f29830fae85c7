import type { Random } from "@tagledger/cli/sample/random";
import type { Kind } from "./kinds.ts";

type Tags = Readonly<Record<string, string>>;

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

/** The grace of the configuration in the simulated world. */
export const GRACE = HOUR;

/** Tags that comply. */
export const GOOD: Tags = { "ml-team": "vision", "ml-project": "ocr" };
const WRONG: Tags = { "ml-team": "nobody", "ml-project": "ocr" };

/** What somebody does to a resource, so many milliseconds after the beginning of its story. */
export interface Act {
  readonly after: number;
  readonly does: "create" | "tag" | "untag" | "remove";
  readonly tags: Tags;
}

/** How the life of a resource goes, and what must be said of it in the end. */
export interface Scenario {
  readonly name: string;
  readonly acts: readonly Act[];
  /** Whether its tags complied at the end of every grace. */
  readonly isGood: boolean;
  /** Whether it is there in the end, with tags that do not comply. */
  readonly staysBad: boolean;
}

/** Makes up the story of one resource. */
export function scenarioOf(kind: Kind, random: Random, tagsAtBirth: boolean): Scenario {
  const soon = tagsAtBirth ? random.integer(SECOND, GRACE - SECOND) : random.integer(SECOND, 10 * MINUTE);
  const [born, bare] = [act(0, "create", GOOD), act(0, "create")];
  const birth = tagsAtBirth ? [born] : [bare, act(random.integer(SECOND, 3 * SECOND), "tag", GOOD)];
  const later = random.integer(2 * HOUR, 200 * HOUR);
  const part = random.integer(0, 99);
  if (part < 45) return good("tagged at its birth", birth);
  if (part < 62) return good("made, then tagged, as Terraform does", [bare, act(soon, "tag", GOOD)]);
  if (part < 74) return bad("never tagged", [bare]);
  if (part < 79) return good("wrong, then put right", [act(0, "create", WRONG), act(soon, "tag", GOOD)]);
  if (part < 84) return bad("tags removed later", [...birth, act(later, "untag", GOOD)]);
  if (part < 89)
    return { ...bad("gone within its grace", [bare, act(soon, "remove")]), isGood: true, staysBad: false };
  if (part < 94) return { ...bad("tagged too late", [bare, act(later, "tag", GOOD)]), staysBad: false };
  if (!kind.isReused) return good("ended later", [...birth, act(later, "remove")]);
  const again = birth.map(({ after, ...rest }) => ({ ...rest, after: after + later + HOUR }));
  return { ...bad("never tagged, then made anew", [bare, act(later, "remove"), ...again]), staysBad: false };
}

function act(after: number, does: Act["does"], tags: Tags = {}): Act {
  return { after, does, tags };
}

function good(name: string, acts: readonly Act[]): Scenario {
  return { name, acts, isGood: true, staysBad: false };
}

function bad(name: string, acts: readonly Act[]): Scenario {
  return { name, acts, isGood: false, staysBad: true };
}
