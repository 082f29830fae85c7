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

/** The call of a name of one service, or with null of any service, and of those that have the name too. */
type Named = {
  readonly source: string | null;
  readonly known: Known;
  /** Absent where no other has it, as of most names. */
  others?: Map<string | null, Known>;
};

/**
 * Makes the rows of services findable. A row matches its name, else that name without the version at its end; calls
 * that no row matches are looked for among those of any service.
 */
export function lookupOf(all: readonly Service[], any: readonly TaggingRow[] = []): Lookup {
  const byName = new Map<string, Named>();
  const add = (source: string | null, rows: ReadonlyMap<string, Known>) => {
    for (const [name, known] of rows) {
      const first = byName.get(name);
      if (first === undefined) byName.set(name, { source, known });
      else first.others = new Map(first.others).set(source, known);
    }
  };
  add(null, rowsOf({ creations: [], taggings: any }));
  for (const service of all) add(service.source, rowsOf(service));
  // Most names are those of one service only, which takes one look.
  const find = (source: string | null, name: string): Known | undefined => {
    const named = byName.get(name);
    return named?.source === source ? named.known : named?.others?.get(source);
  };
  return (eventSource, eventName) => {
    const known = find(eventSource, eventName);
    if (known !== undefined) return known;
    const source = eventSource.replace(/\.cn$/, "");
    const versioned = endsInDigit(eventName) ? find(source, baseName(eventName)) : undefined;
    return find(source, eventName) ?? versioned ?? find(null, eventName);
  };
}

/**
 * Finds what the catalog knows of a call.
 *
 * @example lookup("sts.amazonaws.com", "AssumeRole") // "makes-nothing"
 */
export const lookup: Lookup = lookupOf(services, anyService);

function rowsOf({
  creations,
  taggings = [],
  endings = [],
  others = [],
}: Omit<Service, "source">): Map<string, Known> {
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

/**
 * The name of a call without the version that may end it.
 *
 * @example baseName("UpdateFunctionCode20150331v2") // "UpdateFunctionCode"
 */
export function baseName(event: string): string {
  return event.replace(VERSION, "");
}

function endsInDigit(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 48 && last <= 57;
}
