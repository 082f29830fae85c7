import { remember } from "../text/remember.ts";
import type { CloudTrailEvent } from "./event.ts";
import { partitionOf } from "./partition.ts";
import type { ArnTemplate } from "./row.ts";

const PLACES = new Set(["partition", "region", "account", "type", "id", "id:bare"]);

/** As many as there are, or as most companies have. */
const [TEMPLATES, ACCOUNTS, REGIONS] = [1000, 4096, 100];

/** Builds the ARN of a resource in the account and region of an event. */
export type ArnBuilder = (event: CloudTrailEvent, type: string, id: string) => string | null;

/** Where what differs between the resources of an account in one region begins. */
const OF_RESOURCE = /\{(?:type|id)/;

/** How the ARNs of an account in one region begin. */
type Begun = Pick<CloudTrailEvent, "account" | "region"> & { readonly beginning: string | null };

/**
 * Prepares a template for building ARNs; the ARN is null where the event lacks a part of it.
 *
 * @example arnBuilder("arn:{partition}:s3:::{id}")(event, "s3:bucket", "features") // "arn:aws:s3:::features"
 */
export function arnBuilder(template: ArnTemplate): ArnBuilder {
  return builderOf(template);
}

const builderOf = remember((template): ArnBuilder => {
  const unknown = template.split(/[{}]/).find((part, index) => index % 2 === 1 && !PLACES.has(part));
  if (unknown !== undefined) throw new TypeError(`no place of an ARN is called {${unknown}}: ${template}`);
  const end = template.search(OF_RESOURCE);
  const begin = beginner(end < 0 ? template : template.slice(0, end));
  // Places are between texts; an empty one before the first place or after the last says nothing.
  const parts = end < 0 ? [] : template.slice(end).split(/[{}]/).slice(1);
  if (parts.at(-1) === "") parts.pop();
  // Neighbours in a log mostly are of one account and region, which is quicker to see than to look up.
  let latest: Begun = { account: null, region: null, beginning: begin("")("") };
  return ({ account, region }, type, id) => {
    if (account !== latest.account || region !== latest.region) {
      latest = { account, region, beginning: begin(account ?? "")(region ?? "") };
    }
    let arn = latest.beginning;
    if (arn === null) return null;
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index] ?? "";
      arn += index % 2 === 0 ? ofResource(part, type, id) : part;
    }
    return arn;
  };
}, TEMPLATES);

/** Prepares the part of a template that is the same for all resources of an account in one region. */
function beginner(template: string): (account: string) => (region: string) => string | null {
  const parts = template.split(/[{}]/);
  return remember((account) => remember((region) => begun(parts, account, region), REGIONS), ACCOUNTS);
}

function begun(parts: readonly string[], account: string, region: string): string | null {
  const places: Readonly<Record<string, string>> = { partition: partitionOf(region), account, region };
  const texts = parts.map((part, index) => (index % 2 === 0 ? part : places[part]));
  // Where a place has no text, there is no ARN.
  return texts.some((text, index) => index % 2 === 1 && !text) ? null : texts.join("");
}

function ofResource(place: string, type: string, id: string): string {
  if (place === "type") return type.slice(type.indexOf(":") + 1);
  return place === "id:bare" && id.startsWith("/") ? id.slice(1) : id;
}
