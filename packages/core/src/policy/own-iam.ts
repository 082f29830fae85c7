import type { Config } from "../config/definition.ts";
import { boundaryOf } from "./iam/boundary.ts";
import type { PolicyDocument, Statement } from "./iam/document.ts";
import { documentsOf, doingGrants, sweepGrants } from "./iam/doing.ts";
import { type Grant, statementsOf } from "./iam/grant.ts";
import { type Place, type Realm, realmOf } from "./iam/place.ts";
import { type OwnFunction, type Stores, storeGrants } from "./iam/stores.ts";
import { mailing, telling, topic } from "./iam/telling.ts";
import { usageGrants } from "./iam/usage-sources.ts";

/** Where our functions run, and what they reach. */
export interface FunctionReach {
  /** As ARNs name it: `aws`. */
  readonly partition: string;
  /** The account that our functions run in. */
  readonly account: string;
  readonly places: readonly Place[];
  /** The names of the roles that other accounts let us take on. */
  readonly roles: { readonly reader: string; readonly remediation: string };
  /** The ARN of a view of Resource Explorer. */
  readonly explorerView?: string;
}

/** Which other accounts are reached, of which one role is for all. */
export interface MemberReach extends Pick<FunctionReach, "partition" | "places"> {
  /** The account that our functions run in, which is no member. */
  readonly home: string;
  /** As it is to stand in ARNs: an account, or what a template fills in. */
  readonly account: string;
  readonly explorerView?: string;
}

/** What the roles of a member account may do. */
export interface MemberPolicies {
  readonly reader: readonly PolicyDocument[];
  readonly remediation: readonly PolicyDocument[];
  /** What neither may ever do, whatever policy they are given. */
  readonly boundary: PolicyDocument;
}

/**
 * What a function may do with what a deployment makes, and what every function needs: small enough for an inline
 * policy.
 *
 * @example storeStatements("on-due", { table, bus, config: { bucket, key: "tagledger.yaml" } })
 */
export function storeStatements(name: OwnFunction, stores: Stores): readonly Statement[] {
  return statementsOf(storeGrants(name, stores));
}

/**
 * What a function may do with resources of others, from the catalog and the configuration: documents of at most 6,144
 * characters, none where there is nothing. While all is observed, none of them holds a write.
 *
 * @example reachPolicies("on-resource-event", config, reach) // []
 */
export function reachPolicies(
  name: OwnFunction,
  config: Config,
  reach: FunctionReach,
): readonly PolicyDocument[] {
  switch (name) {
    case "allocate":
      return documentsOf(usageGrants(config, reach));
    case "monthly-email":
      return documentsOf(mailing(config, reach));
    case "api":
    case "on-bill-delivered":
    case "on-resource-event":
      return [];
    case "sweep":
      return documentsOf([
        ...here(reach, sweepGrants),
        ...viewed(reach, [reach.account]),
        ...takenOn(reach, "reader"),
      ]);
    case "on-due":
      return documentsOf([
        ...here(reach, (realm) => doingGrants(config, realm, [reach.account])),
        ...telling(config, reach),
        ...takenOn(reach, "remediation"),
      ]);
  }
}

/**
 * What the two roles of a member account may do: one reads for sweeps, the other looks and acts. The boundary is theirs
 * together.
 */
export function memberPolicies(config: Config, reach: MemberReach): MemberPolicies {
  const { partition, account, home } = reach;
  const members = reach.places.filter((place) => place.account !== home);
  const regions = [...new Set(members.map(({ region }) => region))].sort();
  const accounts = [...new Set(members.map((place) => place.account))];
  const realm = { partition, account, regions };
  const boundary = boundaryOf(realm);
  if (members.length === 0) return { reader: [], remediation: [], boundary };
  const sns = config.notify.sns;
  const [, , , , topicAccount = ""] = sns?.split(":") ?? [];
  const isToldThere = sns !== undefined && accounts.includes(topicAccount);
  return {
    reader: documentsOf([...sweepGrants(realm), ...viewed(reach, accounts)]),
    remediation: documentsOf([
      ...doingGrants(config, realm, accounts),
      ...(isToldThere ? topic(sns, { account: topicAccount }) : []),
    ]),
    boundary,
  };
}

/** What is granted in our own account, if any of its places is looked at. */
function here(
  { partition, account, places }: FunctionReach,
  grants: (realm: Realm) => readonly Grant[],
): readonly Grant[] {
  const realm = realmOf(partition, account, places);
  return realm.regions.length === 0 ? [] : grants(realm);
}

/** Takes on the role that the other accounts have for it. */
function takenOn(
  { partition, account, places, roles }: FunctionReach,
  role: keyof FunctionReach["roles"],
): readonly Grant[] {
  const others = new Set(places.map((place) => place.account).filter((other) => other !== account));
  if (others.size === 0) return [];
  const resources = [...others].map((other) => `arn:${partition}:iam::${other}:role/${roles[role]}`);
  return [{ what: "Accounts", calls: ["sts:AssumeRole"], resources }];
}

/** Asks a view of Resource Explorer, where it is in one of these accounts. */
function viewed(
  { explorerView }: Pick<FunctionReach, "explorerView">,
  accounts: readonly string[],
): readonly Grant[] {
  const [, , , , account = ""] = explorerView?.split(":") ?? [];
  if (explorerView === undefined || !accounts.includes(account)) return [];
  // The permission to search is also that to list.
  return [{ what: "Views", calls: ["resource-explorer-2:Search"], resources: [explorerView] }];
}
