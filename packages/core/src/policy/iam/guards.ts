import type { Config } from "../../config/definition.ts";
import { dimensionKeys } from "../../config/dimensions.ts";
import { arnsOf, serviceOf } from "./calls/of-service.ts";
import type { Grant } from "./grant.ts";
import { arnIn, type Realm } from "./place.ts";
import { productionValues } from "./production.ts";

/** All that we deploy is called so: `tagledger-production-ledger`; and the buckets that SST keeps of it. */
const OUR_NAMES: readonly string[] = [
  "arn:{partition}:cloudwatch:*:{account}:alarm:tagledger-*",
  "arn:{partition}:dynamodb:*:{account}:table/tagledger-*",
  "arn:{partition}:events:*:{account}:event-bus/tagledger-*",
  "arn:{partition}:events:*:{account}:rule/tagledger-*",
  "arn:{partition}:lambda:*:{account}:function:tagledger-*",
  "arn:{partition}:logs:*:{account}:log-group:/aws/lambda/tagledger-*",
  "arn:{partition}:s3:::sst-asset-*",
  "arn:{partition}:s3:::sst-state-*",
  "arn:{partition}:s3:::tagledger-*",
  "arn:{partition}:scheduler:*:{account}:schedule*/tagledger-*",
  "arn:{partition}:sns:*:{account}:tagledger-*",
  "arn:{partition}:sqs:*:{account}:tagledger-*",
];

/**
 * Attributes of an instance that the call which changes its security groups could change as well. What it starts with
 * among them is as good as the rights of its role.
 */
const OTHER_ATTRIBUTES: readonly string[] = [
  "BlockDeviceMappings",
  "DisableApiStop",
  "DisableApiTermination",
  "EbsOptimized",
  "EnaSupport",
  "InstanceInitiatedShutdownBehavior",
  "InstanceType",
  "Kernel",
  "Ramdisk",
  "SourceDestCheck",
  "SriovNetSupport",
  "UserData",
];

/**
 * What is denied, whoever else allows it: to write to what carries a production environment, unless a rule names that
 * environment, and to what is our own.
 *
 * @param accounts whose resources they are
 * @param writes all that may be written otherwise
 */
export function guards(
  config: Config,
  realm: Realm,
  accounts: readonly string[],
  writes: readonly Grant[],
): readonly Grant[] {
  const calls = [...new Set(writes.flatMap((grant) => grant.calls))];
  return [...notProduction(config, accounts, writes), ...notOurs(realm, calls), ...notAttributes(calls)];
}

/** One for each key: of several in one condition all would have to hold. */
function notProduction(config: Config, accounts: readonly string[], writes: readonly Grant[]): Grant[] {
  const needed = new Set(writes.filter(({ isBeside }) => isBeside === true).flatMap(({ calls }) => calls));
  // What became production while it was quarantined must be given back; where one call does both, people give it back.
  const acted = writes.filter(({ isBeside, what }) => isBeside !== true && what !== "Releases");
  return dimensionKeys(config, "environment").flatMap((key, index) =>
    acted.flatMap(({ what, calls, resources }): Grant[] => {
      const step = what === "Quarantines" ? "quarantine" : "repair";
      const values = productionValues(config, key, step, accounts);
      if (values.length === 0) return [];
      return [
        {
          what: `NotProduction${"I".repeat(index + 1)}`,
          effect: "Deny",
          calls,
          // What is needed besides, as the group that an instance is given back, may be of production.
          resources: calls.some((call) => needed.has(call)) ? resources : ["*"],
          when: { StringEqualsIgnoreCase: { [`aws:ResourceTag/${key}`]: values } },
        },
      ];
    }),
  );
}

function notOurs(realm: Realm, calls: readonly string[]): Grant[] {
  const services = new Set(OUR_NAMES.map((name) => name.split(":")[2]));
  const some = calls.filter((call) => services.has(serviceOf(call)) && !arnsOf(call, "write").includes("*"));
  if (some.length === 0) return [];
  const used = new Set(some.map(serviceOf));
  const names = OUR_NAMES.filter((name) => used.has(name.split(":")[2] ?? ""));
  return [
    {
      what: "NotOurOwn",
      effect: "Deny",
      calls: some,
      resources: names.map((name) => arnIn(realm, name)),
    },
  ];
}

function notAttributes(calls: readonly string[]): Grant[] {
  const call = "ec2:ModifyInstanceAttribute";
  if (!calls.includes(call)) return [];
  const when = { StringEqualsIgnoreCase: { "ec2:Attribute": OTHER_ATTRIBUTES } };
  return [{ what: "OnlyGroups", effect: "Deny", calls: [call], resources: ["*"], when }];
}
