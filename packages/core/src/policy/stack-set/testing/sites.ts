import { configOf } from "../../../config/testing/config-of.ts";
import type { Place } from "../../iam/place.ts";
import type { Site } from "../site.ts";

/** Where Tagledger is deployed. */
export const HOME: Place = { account: "111122223333", region: "eu-central-1" };
/** Two accounts that it looks after. */
export const MEMBERS = ["222233334444", "333344445555"] as const;

/** A configuration that does nothing, and one that does much. */
export const CONFIGS = {
  observing: configOf(""),
  acting: configOf(`enforcement:
  default: { mode: [notify, repair, quarantine] }
  rules:
    - { match: { type: "ec2:instance", environment: dev }, mode: [notify, quarantine], allow: ["ec2:stop"] }
notify: { sns: "arn:aws:sns:eu-central-1:222233334444:tagledger" }`),
} as const;

/** Sites that differ in what accounts and regions they look after. */
export const SITES = {
  "one member account in one region": siteOf([placeOf(0)]),
  "many accounts in many regions": siteOf([
    HOME,
    { ...HOME, region: "us-east-1" },
    ...["eu-central-1", "us-east-1", "us-west-2", "ap-southeast-2"].flatMap((region) => [
      placeOf(0, region),
      placeOf(1, region),
    ]),
  ]),
  "accounts without a region in common": siteOf([placeOf(0, "us-east-1"), placeOf(1)]),
  "home's account in another region": siteOf([HOME, { ...HOME, region: "us-east-1" }]),
} as const;

/** A site that looks after these places. */
export function siteOf(places: readonly Place[]): Site {
  const tags = { "ml-team": "ml-platform", "ml-environment": "prod" };
  return { stage: "production", home: HOME, places, tags };
}

function placeOf(member: 0 | 1, region = HOME.region): Place {
  return { account: MEMBERS[member], region };
}
