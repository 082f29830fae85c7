import { EXTERNAL_ID, NEXT_EXTERNAL_ID } from "./account-roles.ts";
import type { Site } from "./site.ts";
import type { Parameter } from "./template.ts";
import { ALARM_TOPIC } from "./undelivered.ts";

/** The name of the parameter with the region of what an account has once. */
export const ROLES_REGION = "RolesRegion";

const ANY_ID = "[A-Za-z0-9_+=,.@:/-]{2,1224}";

/** Whether STS takes a text for an external id. */
export function isExternalId(text: string): boolean {
  return new RegExp(`^${ANY_ID}$`).test(text);
}

/** What every stack is asked. */
export const OF_EVERY_STACK: Readonly<Record<string, Parameter>> = {
  [ALARM_TOPIC]: {
    Type: "String",
    Description:
      "The ARN of an SNS topic that is told when an event could not be forwarded, in its own region only. Empty: nobody.",
    Default: "",
    AllowedPattern: "^$|^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]+$",
    ConstraintDescription: "the ARN of an SNS topic, or nothing",
  },
};

/** What a stack is asked besides where there are member accounts. */
export function ofMemberAccounts(site: Site): Readonly<Record<string, Parameter>> {
  const region = rolesRegion(site);
  return {
    [EXTERNAL_ID]: {
      Type: "String",
      Description:
        "What our functions say when they take on a role: the TAGLEDGER_EXTERNAL_ID of the deployment.",
      NoEcho: true,
      AllowedPattern: `^${ANY_ID}$`,
      ConstraintDescription: "2 to 1224 letters, digits and any of _+=,.@:/-",
    },
    [NEXT_EXTERNAL_ID]: {
      Type: "String",
      Description:
        "The external id that comes after it, while it is changed: both let our functions in. Empty: only the one.",
      NoEcho: true,
      Default: "",
      AllowedPattern: `^$|^${ANY_ID}$`,
      ConstraintDescription: "2 to 1224 letters, digits and any of _+=,.@:/-, or nothing",
    },
    [ROLES_REGION]: {
      Type: "String",
      Description:
        "The region whose stack holds the roles, which an account has once. Every account needs a stack there.",
      ...(region !== null && { Default: region }),
      AllowedPattern: "^[a-z]+(-[a-z]+)+-[0-9]$",
      ConstraintDescription: "a region, as eu-central-1",
    },
  };
}

/**
 * The region in which every member account has a stack: home's where that is one.
 *
 * @returns null where there is none, so that whoever rolls out says it for each account
 */
export function rolesRegion({ home, places }: Site): string | null {
  const members = new Map<string, Set<string>>();
  for (const { account, region } of places) {
    if (account === home.account) continue;
    members.set(account, (members.get(account) ?? new Set()).add(region));
  }
  const [first, ...others] = [...members.values()];
  const common = [...(first ?? [])].filter((region) => others.every((regions) => regions.has(region)));
  return common.includes(home.region) ? home.region : (common.sort()[0] ?? null);
}
