import type { Config } from "../config/definition.ts";
import { type MemberReach, memberPolicies } from "./own-iam.ts";
import {
  accountRoles,
  CHANGES_EXTERNAL_ID,
  HOLDS_ROLES,
  NEXT_EXTERNAL_ID,
} from "./stack-set/account-roles.ts";
import { and, equals, get, HERE, not, ref } from "./stack-set/call.ts";
import { STACK_ACCOUNT } from "./stack-set/filled-in.ts";
import { forwarding, IS_ELSEWHERE } from "./stack-set/forwarding.ts";
import { OF_EVERY_STACK, ofMemberAccounts, ROLES_REGION } from "./stack-set/parameters.ts";
import { namesOf, type Site } from "./stack-set/site.ts";
import type { Template } from "./stack-set/template.ts";
import { IS_TOLD_HERE, TELLS_OF_ALARMS, UNDELIVERED, undelivered } from "./stack-set/undelivered.ts";

/**
 * The template for every account and region that is looked after but not home: it forwards events, and lets our functions
 * in where the account is another than home.
 *
 * @example stackSet(config, { stage: "production", home, places }).Resources.ReaderRole?.Type // "AWS::IAM::Role"
 */
export function stackSet(config: Config, site: Site): Template {
  const { home, places, stage } = site;
  const isHomesAccount = equals(HERE.account, home.account);
  const hasMembers = places.some(({ account }) => account !== home.account);
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `Tagledger (${stage}): forwards events to ${home.account} ${home.region}${hasMembers ? ", and lets its functions in" : ""}.`,
    Parameters: { ...OF_EVERY_STACK, ...(hasMembers && ofMemberAccounts(site)) },
    Conditions: {
      [IS_ELSEWHERE]: not(and(isHomesAccount, equals(HERE.region, home.region))),
      [TELLS_OF_ALARMS]: IS_TOLD_HERE,
      ...(hasMembers && {
        [CHANGES_EXTERNAL_ID]: not(equals(ref(NEXT_EXTERNAL_ID), "")),
        [HOLDS_ROLES]: and(not(isHomesAccount), equals(HERE.region, ref(ROLES_REGION))),
      }),
    },
    Resources: {
      ...undelivered(site),
      ...forwarding(site),
      ...(hasMembers && accountRoles(site, memberPolicies(config, reachOf(site)))),
    },
    Outputs: {
      UndeliveredQueue: {
        Description: "The queue of events that could not be forwarded.",
        Value: ref(UNDELIVERED),
      },
      ...(hasMembers && {
        ReaderRole: roleOutput("ReaderRole", "The role by which what exists is read."),
        RemediationRole: roleOutput(
          "RemediationRole",
          "The role by which resources are looked at and acted on.",
        ),
      }),
    },
  };
}

function reachOf(site: Site): MemberReach {
  const { home, places, explorerView } = site;
  const { partition } = namesOf(site);
  const view = explorerView === undefined ? {} : { explorerView };
  return { partition, home: home.account, account: STACK_ACCOUNT, places, ...view };
}

function roleOutput(role: string, description: string) {
  return { Description: description, Condition: HOLDS_ROLES, Value: get(role, "Arn") };
}
