import type { Actor } from "../catalog/actor.ts";
import type { Extraction } from "../catalog/creation.ts";
import type { CloudTrailEvent } from "../catalog/event.ts";
import { type RunningEvent, runningEvents } from "../spend/lifecycle.ts";
import { pricedAttributes } from "../spend/priced-attributes.ts";
import { UNSEEN } from "../tags/verdict/replay.ts";
import type { Fact } from "./fact.ts";
import { resourceName } from "./name.ts";
import type { Told } from "./told.ts";

/**
 * Adds to what an event tells of resources what it tells of their price: as what they were created, and that they were
 * stopped, started or changed.
 *
 * @example withSpend(toldBy(event, extraction, actor), { event, extraction, actor })
 */
export function withSpend(
  told: readonly Told[],
  {
    event,
    extraction,
    actor,
  }: { readonly event: CloudTrailEvent; readonly extraction: Extraction; readonly actor: Actor },
): Told[] {
  const priced = extraction.outcome === "evaluated" && extraction.kind === "creation";
  const attributes = priced ? pricedAttributes(event, extraction.creations) : [];
  const created = told.map((each, place) => {
    const own = attributes[place];
    return own === undefined || own === null ? each : { ...each, facts: each.facts.map(pricedAt(own)) };
  });
  const running = runningEvents(event).flatMap((ran) => toldOf(ran, event, actor));
  return [...created, ...running.filter(({ name }) => created.every((each) => each.name !== name))];
}

function pricedAt(attributes: RunningEvent["attributes"]): (fact: Fact) => Fact {
  return (fact) => (fact.kind === "created" ? { ...fact, attributes } : fact);
}

function toldOf(ran: RunningEvent, { account, region, eventId }: CloudTrailEvent, actor: Actor): Told[] {
  const { effect, at, attributes, resumes, arn, id, type } = ran;
  const subject = { arn, id, type, account, region, actor: null, at, state: UNSEEN };
  const fact: Fact = { kind: "ran", at, eventId, part: 0, actor, effect, attributes, resumes };
  return [
    { name: resourceName(subject), stated: { arn, id, type }, subject, requestTags: {}, facts: [fact] },
  ];
}
