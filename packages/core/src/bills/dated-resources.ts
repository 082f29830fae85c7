import { comparableTagKey } from "../config/reading/tag-key.ts";
import { remember } from "../text/remember.ts";
import type { DatedResource } from "./dated.ts";
import { type DatedState, distinct, tagCourse } from "./tag-course.ts";
import type { TaggedLife, TagSince } from "./tagged-life.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** More tag keys than most resources have. */
const KEYS = 10_000;
/** Ends of ids that are given out once, as of `i-0123456789abcdef0`. */
const UNIQUE = /-[0-9a-f]{17}$/;

type Life = Pick<TaggedLife, "created" | "ended" | "foundBy"> & { readonly tags: readonly TagSince[] };
type Identity = Omit<DatedResource, "states">;

/** Gathers what resources were tagged with and when, in the order in which the ledger lists them, whichever that is. */
export class DatedResources {
  readonly #tagKeys: readonly string[];
  readonly #isAsked: (key: string) => boolean;
  readonly #lives = new Map<string, Life[]>();
  readonly #identities = new Map<string, Identity>();

  /** @param tagKeys the keys whose values are wanted */
  constructor(tagKeys: readonly string[]) {
    const asked = new Set(tagKeys.map(comparableTagKey));
    this.#tagKeys = tagKeys;
    this.#isAsked = remember((key) => asked.has(comparableTagKey(key)), KEYS);
  }

  add({ resource, arn, id, type, account, region, created, ended, foundBy, tags: all }: TaggedLife): void {
    const tags = all.filter(({ key }) => this.#isAsked(key));
    const isTagged = tags.some(({ value }) => value !== null && value !== "");
    // Without tags it only matters as what took the place of another of its name.
    if (!isTagged && UNIQUE.test(id)) return;
    const lives = this.#lives.get(resource) ?? [];
    lives.push({ created, ended, foundBy, tags });
    this.#lives.set(resource, lives);
    if (isTagged) this.#identities.set(resource, { arn, id, type, account, region });
  }

  /** The resources with a value of some key at some time, ordered by name. */
  values(): DatedResource[] {
    return [...this.#identities]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, identity]) => ({ ...identity, states: this.#statesOf(this.#lives.get(name) ?? []) }));
  }

  #statesOf(lives: readonly Life[]): DatedState[] {
    const inTime = lives.toSorted((a, b) => a.created - b.created);
    return distinct(
      inTime.flatMap((life, index) => {
        const begun = beginningOf(life, inTime[index - 1]);
        const end = inTime[index + 1];
        const next = end === undefined ? Number.POSITIVE_INFINITY : beginningOf(end, life);
        return tagCourse(life.tags, begun, this.#tagKeys).filter(({ since }) => since < next);
      }),
    );
  }
}

/**
 * When the charges of a life begin: bills date them by the hour, or by the day, in which it came to be. What was only
 * found later may be older than anybody knows.
 */
function beginningOf({ created, foundBy }: Life, before: Life | undefined): number {
  if (before === undefined) return foundBy === "event" ? created - (created % DAY) : 0;
  const last = before.ended ?? before.created;
  if (foundBy === "sweep") return Math.min(created, before.ended ?? created);
  const day = created - (created % DAY);
  return day > last ? day : created - (created % HOUR);
}
