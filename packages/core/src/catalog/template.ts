import { remember } from "../text/remember.ts";
import type { CloudTrailEvent } from "./event.ts";
import { partitionOf } from "./partition.ts";
import type { ArnTemplate } from "./row.ts";

const PLACES = new Set(["partition", "region", "account", "type", "id", "id:bare"]);

/** As many as there are, or as most companies have. */
const [SERVICES, ACCOUNTS, REGIONS] = [1000, 4096, 100];

/** How the ARNs of an account in one region begin. */
type Begun = Pick<CloudTrailEvent, "account" | "region"> & { readonly beginning: string | null };

/**
 * Prepares a template for building ARNs; the ARN is null where the event lacks a part of it.
 *
 * @example arnBuilder("arn:{partition}:s3:::{id}")(event, "s3:bucket", "features") // "arn:aws:s3:::features"
 */
export function arnBuilder(
  template: ArnTemplate,
): (event: CloudTrailEvent, type: string, id: string) => string | null {
  const unknown = template.split(/[{}]/).find((part, index) => index % 2 === 1 && !PLACES.has(part));
  if (unknown !== undefined) throw new TypeError(`no place of an ARN is called {${unknown}}: ${template}`);
  const beginning = template.split(":", 5).join(":");
  const begin = beginner(beginning);
  const parts = template.slice(beginning.length).split(/[{}]/);
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
      arn += index % 2 === 0 ? part : ofResource(part, type, id);
    }
    return arn;
  };
}

/** Prepares the part of a template that is the same for all resources of an account in one region. */
const beginner = remember((template) => {
  const parts = template.split(/[{}]/);
  return remember((account) => remember((region) => begun(parts, account, region), REGIONS), ACCOUNTS);
}, SERVICES);

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
