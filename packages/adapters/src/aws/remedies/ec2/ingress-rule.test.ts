import type { SecurityGroupRule } from "@aws-sdk/client-ec2";
import { expect, test } from "vitest";
import { permissionOf, ruleOf, rulesOf, sorted } from "./ingress-rule.ts";

const SSH = { IpProtocol: "tcp", FromPort: 22, ToPort: 22 };

test.each<[string, SecurityGroupRule, object]>([
  ["addresses", { CidrIpv4: "10.0.0.0/8" }, { IpRanges: [{ CidrIp: "10.0.0.0/8" }] }],
  ["addresses of IPv6", { CidrIpv6: "::/0" }, { Ipv6Ranges: [{ CidrIpv6: "::/0" }] }],
  ["a list of prefixes", { PrefixListId: "pl-1" }, { PrefixListIds: [{ PrefixListId: "pl-1" }] }],
  [
    "another account's group",
    { ReferencedGroupInfo: { GroupId: "sg-2", UserId: "222233334444", VpcId: "vpc-1" } },
    { UserIdGroupPairs: [{ GroupId: "sg-2", UserId: "222233334444" }] },
  ],
])("a rule that lets in %s comes back as it was", (_, from, expected) => {
  const rule = ruleOf({ ...SSH, ...from, SecurityGroupRuleId: "sgr-1", IsEgress: false });
  expect(permissionOf(rule)).toEqual({ ...SSH, ...expected });
});

test("rules are the same in whatever order they are listed", () => {
  const [one, two] = [ruleOf({ ...SSH, CidrIpv4: "10.0.0.0/8" }), ruleOf({ ...SSH, CidrIpv6: "::/0" })];
  expect(sorted([two, one])).toEqual(sorted([one, two]));
});

test("rules that are not given are not the same as none", () => {
  expect(rulesOf({})).toBeNull();
  expect(rulesOf({ rules: [] })).toEqual([]);
});
