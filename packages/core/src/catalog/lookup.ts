import { anyService } from "./any-service.ts";
import {
  type CompiledEnding,
  type CompiledRow,
  type CompiledTagging,
  compileEnding,
  compileRow,
  compileTagging,
} from "./compile.ts";
import type { Service, TaggingRow } from "./row.ts";
import { services } from "./services/all.ts";

/** What the catalog knows of a call: its row, or that it makes nothing. */
export type Known = CompiledRow | CompiledTagging | CompiledEnding | "makes-nothing";

/** Finds what is known of the calls of a service by their names. */
export type Lookup = (eventSource: string, eventName: string) => Known | undefined;

/** Dates and versions at the end of a name, as in `CreateFunction20150331` or `UpdateFunctionCode20150331v2`. */
const VERSION = /_?\d{4}_?\d\d_?\d\d(?:v\d+)?$/;

/**
 * Makes the rows of services findable. A row matches its name, else that name without the version at its end; calls
 * that no row matches are looked for among those of any service.
 */
export function lookupOf(all: readonly Service[], any: readonly TaggingRow[] = []): Lookup {
  const bySource = new Map(all.map((service) => [service.source, rowsOf(service)]));
  const ofAny = rowsOf({ source: "", creations: [], taggings: any });
  return (eventSource, eventName) => {
    const rows = bySource.get(eventSource) ?? bySource.get(eventSource.replace(/\.cn$/, ""));
    const versioned = endsInDigit(eventName) ? rows?.get(baseName(eventName)) : undefined;
    return rows?.get(eventName) ?? versioned ?? ofAny.get(eventName);
  };
}

/**
 * Finds what the catalog knows of a call.
 *
 * @example lookup("sts.amazonaws.com", "AssumeRole") // "makes-nothing"
 */
export const lookup: Lookup = lookupOf(services, anyService);

function rowsOf({ creations, taggings = [], endings = [], others = [] }: Service): Map<string, Known> {
  const rows = new Map<string, Known>();
  const entries: (readonly [string, Known])[] = [
    ...others.map((event) => [event, "makes-nothing"] as const),
    ...endings.map((row) => [row.event, compileEnding(row)] as const),
    ...taggings.map((row) => [row.event, compileTagging(row)] as const),
    ...creations.map((row) => [row.event, compileRow(row)] as const),
  ];
  for (const [event, known] of entries) {
    rows.set(event, known);
    rows.set(baseName(event), known);
  }
  return rows;
}

function baseName(event: string): string {
  return event.replace(VERSION, "");
}

function endsInDigit(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 48 && last <= 57;
}
