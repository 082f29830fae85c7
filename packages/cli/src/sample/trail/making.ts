import type { JsonObject } from "@tagledger/core/catalog/event";
import type { Tags } from "../company/tags.ts";
import type { Place } from "./call.ts";

/** A call that makes one thing. */
export interface Making {
  readonly service: string;
  readonly name: string;
  /** What tagging calls know it by: its ARN, or the id or name that the service wants. */
  readonly target: string;
  readonly request: (tags: Tags) => JsonObject;
  readonly response: JsonObject | null;
}

/** Makes something by its name in a place. */
export type Maker = (place: Place, name: string) => Making;

/** The ARN of something in a place. */
export function arnIn({ region, account }: Place, service: string, resource: string): string {
  return `arn:aws:${service}:${region.code}:${account.id}:${resource}`;
}
