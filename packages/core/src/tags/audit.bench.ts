import { test } from "vitest";
import { actorOf } from "../catalog/actor.ts";
import type { Extraction } from "../catalog/creation.ts";
import { isUnreadable, parseEvent } from "../catalog/event.ts";
import { extract } from "../catalog/extract.ts";
import { createdSubject, type Seen, taggedSubject } from "./seen.ts";
import type { Subject } from "./subject.ts";
import { company } from "./testing/make-config.ts";
import { makeTrail } from "./testing/make-trail.ts";
import { judge } from "./verdict/judge.ts";

const mine = judge(company());
const texts = makeTrail(1000);

/** The resources that an event shows. */
function subjectsOf(found: Extraction, seen: Seen, eventId: string | null): readonly Subject[] {
  if (found.outcome === "skipped") return [];
  if (found.kind === "creation") return found.creations.map((creation) => createdSubject(creation, seen));
  return found.taggings.flatMap((tagging) =>
    tagging.resources.map((resource) =>
      taggedSubject(resource, [{ ...tagging, eventId, at: seen.at }], seen),
    ),
  );
}

function parse(): void {
  for (const text of texts) JSON.parse(text);
}

function audit(): void {
  for (const text of texts) {
    const event = parseEvent(JSON.parse(text));
    if (isUnreadable(event)) continue;
    const { account, region, at, eventId } = event;
    const found = extract(event);
    const subjects = subjectsOf(found, { account, region, at, actor: actorOf(event) }, eventId);
    for (const subject of subjects) mine.atSight(subject);
  }
}

test("1,000 events, beside JSON.parse alone", { timeout: 60_000 }, async ({ bench }) => {
  await bench.compare(
    bench("JSON.parse", parse),
    bench("JSON.parse, parse, extract, evaluate, resolve", audit),
  );
});
