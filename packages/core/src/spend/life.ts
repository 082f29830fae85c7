import { inOrder, type Moment } from "./moment.ts";
import type { Attributes } from "./price.ts";

/** A time in which a resource was one thing, running or stopped. */
export interface Stretch {
  /** Epoch milliseconds, included. */
  readonly from: number;
  /** Epoch milliseconds, not included; null where it goes on. */
  readonly until: number | null;
  readonly isRunning: boolean;
  readonly attributes: Attributes;
  /** Whether its end is only the latest possible one: it may have ended before. */
  readonly endsEarlier: boolean;
}

/** A life as far as it has been told: what is over, and what it is now. */
interface Life {
  readonly past: readonly Stretch[];
  readonly now: Pick<Stretch, "from" | "isRunning" | "attributes">;
  /** When AWS starts it again by itself. */
  readonly resumes: number | null;
  readonly hasEnded: boolean;
}

/** What was there before the log cannot be priced: nothing tells what it was created as. */
const UNSEEN: Attributes = { creation: null };

/**
 * The life of one resource, as stretches that follow each other; the order and number of what is told do not matter.
 *
 * It begins with its creation, or with the first thing that is known of it, and ends with the first end after that.
 * Of a start and a stop in one moment, the stop counts.
 *
 * @example stretchesOf([created, stopped]) // [{ from: 0, until: 5, isRunning: true, … }, { from: 5, until: null, … }]
 */
export function stretchesOf(moments: readonly Moment[]): Stretch[] {
  const ordered = inOrder(moments);
  const created = ordered.find((moment) => moment.kind === "created");
  const from = (created ?? ordered[0])?.at;
  if (from === undefined) return [];
  const attributes = created?.attributes ?? UNSEEN;
  const born: Life = {
    past: [],
    now: { from, isRunning: true, attributes },
    resumes: null,
    hasEnded: false,
  };
  const life = ordered.filter(({ at }) => at >= from).reduce(after, born);
  return cut(whole(life), created?.endsBy ?? null);
}

function after(life: Life, moment: Moment): Life {
  if (life.hasEnded) return life;
  const lately = resumed(life, moment.at);
  const { now } = lately;
  switch (moment.kind) {
    case "created":
      return lately;
    case "changed":
      return become(lately, moment.at, { attributes: { ...now.attributes, ...moment.attributes } });
    case "started":
      return { ...become(lately, moment.at, { isRunning: true }), resumes: null };
    case "stopped":
      if (!now.isRunning) return lately;
      return {
        ...become(lately, moment.at, { isRunning: false }),
        resumes: moment.resumes === null ? null : Math.max(moment.resumes, moment.at),
      };
    case "ended":
      return { ...lately, past: closed(lately, moment.at), hasEnded: true };
  }
}

/** What a life is when AWS has started what was due until an instant. */
function resumed(life: Life, at: number): Life {
  if (life.resumes === null || life.resumes > at) return life;
  return { ...become(life, life.resumes, { isRunning: true }), resumes: null };
}

function become(life: Life, at: number, change: Partial<Life["now"]>): Life {
  const now = { ...life.now, ...change };
  if (now.isRunning === life.now.isRunning && isSame(now.attributes, life.now.attributes)) return life;
  return { ...life, past: closed(life, at), now: { ...now, from: at } };
}

/** All that is over at an instant; what took no time never was. */
function closed({ past, now }: Life, at: number): readonly Stretch[] {
  return at > now.from ? joined(past, { ...now, until: at, endsEarlier: false }) : past;
}

/** Adds a stretch, which may go on with what only an instant interrupted. */
function joined(past: readonly Stretch[], stretch: Stretch): readonly Stretch[] {
  const last = past.at(-1);
  if (
    last === undefined ||
    last.isRunning !== stretch.isRunning ||
    !isSame(last.attributes, stretch.attributes)
  ) {
    return [...past, stretch];
  }
  return [...past.slice(0, -1), { ...stretch, from: last.from }];
}

function whole(life: Life): readonly Stretch[] {
  if (life.hasEnded) return life.past;
  const { past, now } = resumed(life, Number.POSITIVE_INFINITY);
  return joined(past, { ...now, until: null, endsEarlier: false });
}

/** Lets nothing reach beyond the latest possible end. */
function cut(stretches: readonly Stretch[], endsBy: number | null): Stretch[] {
  if (endsBy === null) return [...stretches];
  return stretches
    .filter(({ from }) => from < endsBy)
    .map((stretch) => {
      const isLonger = stretch.until === null || stretch.until > endsBy;
      return isLonger ? { ...stretch, until: endsBy, endsEarlier: true } : stretch;
    });
}

function isSame(a: Attributes, b: Attributes): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => name in b && a[name] === b[name]);
}
