import type { Span } from "../month.ts";
import type { Random } from "../random.ts";
import { HEX } from "../random.ts";
import type { Account } from "./accounts.ts";
import type { Region } from "./regions.ts";
import type { Tags } from "./tags.ts";

/** One resource of the company: what a bill and an audit log of the same month both speak of. */
export interface Resource {
  /** Service and type, as `ec2:instance`. */
  readonly type: string;
  readonly arn: string;
  /** How the bill names it: bare for buckets, instances and volumes, otherwise its ARN. */
  readonly billedId: string;
  readonly account: Account;
  readonly region: Region;
  readonly tags: Tags;
  /** The principal that created it. */
  readonly creator: string;
  /** When it exists. */
  readonly life: Span;
}

/** What a resource is made from, apart from its identity. */
export type Origin = Pick<Resource, "account" | "region" | "tags" | "creator" | "life">;

/** A resource whose ARN is also its name on the bill. */
export function named(type: string, path: string, origin: Origin): Resource {
  const [service = ""] = type.split(":");
  const arn = `arn:aws:${service}:${origin.region.code}:${origin.account.id}:${path}`;
  return { type, arn, billedId: arn, ...origin };
}

/** An EC2 resource, which the bill names by its bare id. */
export function ec2(random: Random, kind: "instance" | "volume" | "natgateway", origin: Origin): Resource {
  const id = `${{ instance: "i", volume: "vol", natgateway: "nat" }[kind]}-0${random.text(16, HEX)}`;
  const resource = named(`ec2:${kind}`, `${kind}/${id}`, origin);
  return kind === "natgateway" ? resource : { ...resource, billedId: id };
}

/** A bucket, whose ARN has neither region nor account. */
export function bucket(name: string, origin: Origin): Resource {
  return { type: "s3:bucket", arn: `arn:aws:s3:::${name}`, billedId: name, ...origin };
}
