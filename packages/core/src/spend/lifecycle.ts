import { arnEnd } from "../catalog/arn.ts";
import type { Resource } from "../catalog/creation.ts";
import type { CloudTrailEvent } from "../catalog/event.ts";
import { itemsAt, stepsOf, textReader, type View } from "../catalog/path.ts";
import { arnBuilder } from "../catalog/template.ts";
import { itemView, viewOf, wrappersOf } from "../catalog/view.ts";
import { attributesAt } from "./attributes-at.ts";
import { runningServices } from "./events/all.ts";
import type { Attributes } from "./price.ts";
import type { RunningEffect, RunningRow } from "./running-row.ts";

/** What a call did to a resource that runs, or could. */
export type RunningEvent = Resource & {
  readonly effect: RunningEffect;
  /** Epoch milliseconds. */
  readonly at: number;
  /** What it became, where that decides its price; null what it became without the event telling as what. */
  readonly attributes: Attributes;
  /** Epoch milliseconds at which AWS starts it again by itself; null where it does not. */
  readonly resumes: number | null;
};

const BY_NAME = new Map(
  runningServices.map(({ source, rows }) => [source, new Map(rows.map((row) => [row.event, row]))]),
);

/**
 * What an event tells of resources that stop, start, change or end; nothing where the call failed.
 *
 * @example runningEvents(event) // [{ id: "i-1", type: "ec2:instance", effect: "stops", at: 1788220800000, … }]
 */
export function runningEvents(event: CloudTrailEvent): RunningEvent[] {
  const row = BY_NAME.get(event.eventSource)?.get(event.eventName);
  if (row === undefined || event.errorCode !== null) return [];
  const view = viewOf(event, wrappersOf(row.event));
  return viewsOf(row, view).flatMap((one) => {
    const resource = resourceOf(row, one);
    const attributes = changesOf(row, one);
    if (resource === null || (row.effect === "changes" && Object.keys(attributes).length === 0)) return [];
    const { effect, resumesAfter } = row;
    const resumes = resumesAfter === undefined ? null : event.at + resumesAfter;
    return [{ ...resource, effect, at: event.at, attributes, resumes }];
  });
}

/** A view of each resource that is named. */
function viewsOf({ each }: RunningRow, view: View): View[] {
  if (each === undefined) return [view];
  for (const list of each) {
    const items = itemsAt(view, stepsOf(list));
    if (items.length > 0) return items.map((item) => itemView(view, item));
  }
  return [];
}

function resourceOf({ type, id, arn, template, lowerCase }: RunningRow, view: View): Resource | null {
  const known = arn === undefined ? null : textReader(arn)(view);
  const name = textReader(id)(view) ?? (known === null ? null : arnEnd(known));
  if (name === null) return null;
  if (known !== null || template === undefined) return { arn: known, id: name, type };
  const written = lowerCase ? name.toLowerCase() : name;
  return { arn: arnBuilder(template)(view.event, type, written), id: name, type };
}

function changesOf({ attributes = {}, loses = [], deferred }: RunningRow, view: View): Attributes {
  const found = attributesAt(view, attributes);
  const lost = deferred?.(view) ? [...loses, ...Object.keys(found)] : loses;
  return { ...found, ...Object.fromEntries(lost.map((name) => [name, null])) };
}
