import type { Config } from "@tagledger/core/config/definition";
import { OWN_FUNCTIONS } from "@tagledger/core/policy/iam/stores";
import { memberPolicies, reachPolicies } from "@tagledger/core/policy/own-iam";
import { namesOf, type Site } from "@tagledger/core/policy/stack-set/site";

/** What our functions may do with resources of others, and what the roles of each member account may. */
export function iamDocuments(config: Config, site: Site) {
  const { partition, reader, remediation } = namesOf(site);
  const { home, places, explorerView } = site;
  const common = { partition, places, ...(explorerView !== undefined && { explorerView }) };
  const reach = { ...common, account: home.account, roles: { reader, remediation } };
  const functions = OWN_FUNCTIONS.map((name) => [name, reachPolicies(name, config, reach)] as const);
  const accounts = new Set(places.map(({ account }) => account).filter((each) => each !== home.account));
  const members = [...accounts]
    .sort()
    .map((account) => [account, memberPolicies(config, { ...common, home: home.account, account })] as const);
  return { functions: Object.fromEntries(functions), members: Object.fromEntries(members) };
}
