import fc from "fast-check";
import { type Call, KINDS, type Kind } from "../world/kinds.ts";

const [SECOND, HOUR] = [1000, 3_600_000];

/** The first instant of a history. */
export const BEGIN = Date.UTC(2026, 8, 1, 8);
/** When nothing happens any more, and every grace is over. */
export const END = BEGIN + 200 * HOUR;

/** Something that happened to a resource, and the event that tells of it. */
export interface Happened {
  readonly at: number;
  readonly arn: string;
  /** What it is tagged with from then on; null where it is gone, undefined where its tags stay. */
  readonly leaves: Readonly<Record<string, string>> | null | undefined;
  readonly record: Call;
}

type Does = "create" | "tag" | "untag" | "remove" | "stop" | "start";

interface Step {
  readonly pause: number;
  readonly does: Does;
  readonly tags: Readonly<Record<string, string>>;
}

const tags = fc.constantFrom<Readonly<Record<string, string>>>(
  {},
  { "ml-team": "vision" },
  { "ml-team": "vision", "ml-project": "ocr" },
  { "ml-team": "VISION ", "ml-project": "ocr" },
  { "ml-team": "nobody", "ml-project": "ocr" },
  { Name: "x" },
);
const step = fc.record<Step>({
  // Whole seconds, as CloudTrail tells them, and sometimes none.
  pause: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 600 }), fc.integer({ min: 601, max: 30_000 })),
  does: fc.constantFrom<Does>("create", "tag", "tag", "untag", "remove", "stop", "start"),
  tags,
});

/** What happens to a few resources within some days; each is made before anything else happens to it. */
export const histories: fc.Arbitrary<readonly Happened[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom("bucket", "queue", "endpoint", "instance"),
      fc.array(step, { minLength: 1, maxLength: 9 }),
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((stories) => {
    const all = stories.flatMap(([kind, steps], place) =>
      happening(KINDS[kind as keyof typeof KINDS], kind, `r-${place}`, steps),
    );
    return all.sort((a, b) => a.at - b.at).map((each, index) => ({ ...each, record: logged(each, index) }));
  });

function happening(kind: Kind, type: string, name: string, steps: readonly Step[]): Happened[] {
  const arn = kind.arn(name);
  const found: Happened[] = [];
  let at = BEGIN;
  let carried: Readonly<Record<string, string>> | null = null;
  for (const { pause, does, tags: given } of steps) {
    at += pause * SECOND;
    // Of a name, one is there at a time; what EC2 names once it never names again.
    const isGone = carried === null;
    if (isGone && type === "instance" && found.length > 0) break;
    const act: Does = isGone ? "create" : does === "create" ? "tag" : does;
    if ((act === "stop" || act === "start") && type !== "instance") continue;
    // Not every service takes that for nothing.
    if (act === "untag" && Object.keys(given).length === 0) continue;
    carried = after(carried, act, given, type);
    const leaves = act === "stop" || act === "start" ? undefined : carried;
    found.push({ at, arn, leaves, record: callOf(kind, name, act, given, arn) });
    // A name is free again only after some time, and no two of a name begin in one second.
    if (act === "remove" || act === "create") at += SECOND;
  }
  return found;
}

function after(
  carried: Readonly<Record<string, string>> | null,
  act: Does,
  given: Readonly<Record<string, string>>,
  type: string,
): Readonly<Record<string, string>> | null {
  switch (act) {
    case "create":
      return type === "bucket" ? {} : given;
    case "remove":
      return null;
    case "tag":
      // Of a bucket, all tags are replaced.
      return type === "bucket" ? given : { ...carried, ...given };
    case "untag":
      return type === "bucket"
        ? {}
        : Object.fromEntries(Object.entries(carried ?? {}).filter(([key]) => !(key in given)));
    default:
      return carried;
  }
}

function callOf(
  kind: Kind,
  name: string,
  act: Does,
  given: Readonly<Record<string, string>>,
  arn: string,
): Call {
  switch (act) {
    case "create":
      return kind.create(name, given);
    case "tag":
      return kind.tag(name, given);
    case "untag":
      return kind.untag(name, Object.keys(given));
    case "remove":
      return kind.remove(name);
    default: {
      const items = { instancesSet: { items: [{ instanceId: arn.split("/")[1] }] } };
      const eventName = act === "stop" ? "StopInstances" : "StartInstances";
      return { ...kind.remove(name), eventName, requestParameters: items, responseElements: items };
    }
  }
}

function logged({ at, record }: Happened, index: number): Call {
  const eventTime = new Date(at).toISOString().replace(".000Z", "Z");
  return { ...record, eventTime, eventID: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}` };
}
