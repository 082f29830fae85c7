import {
  AuthorizeSecurityGroupIngressCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  paginateDescribeSecurityGroupRules,
  RevokeSecurityGroupIngressCommand,
  type SecurityGroupRule,
} from "@aws-sdk/client-ec2";
import { isSameValue } from "@tagledger/core/remediation/fields";
import type { Clients } from "../../inventory/clients.ts";
import { tagMap } from "../../inventory/tag-map.ts";
import { controlledBy } from "../controlled-by.ts";
import type { TypeRemedies } from "../remedy.ts";
import { permissionOf, type Rule, ruleOf, rulesOf, sorted } from "./ingress-rule.ts";

/** Security groups: they let nobody in. */
export const securityGroup: TypeRemedies = {
  async inspect(clients, { id, type }) {
    const { SecurityGroups } = await clients
      .of(EC2Client)
      .send(new DescribeSecurityGroupsCommand({ GroupIds: [id] }));
    const [group] = SecurityGroups ?? [];
    if (group === undefined) return null;
    const rules = (await listRules(clients, id)).map(ruleOf);
    return {
      state: null,
      controller: controlledBy(type, tagMap(group.Tags)),
      conditions: {},
      remedies: { "ec2:revoke-rules": { rules: sorted(rules) } },
    };
  },
  remedies: {
    "ec2:revoke-rules": {
      aim: () => ({ rules: [] }),
      async set(clients, { id }, fields) {
        const wanted = rulesOf(fields);
        if (wanted === null) return;
        const client = clients.of(EC2Client);
        const there = await listRules(clients, id);
        const isIn = (rule: Rule, rules: readonly Rule[]) => rules.some((each) => isSameValue(each, rule));
        const extra = there.filter((each) => !isIn(ruleOf(each), wanted));
        if (extra.length > 0) {
          const SecurityGroupRuleIds = extra.flatMap(({ SecurityGroupRuleId }) => SecurityGroupRuleId ?? []);
          await client.send(new RevokeSecurityGroupIngressCommand({ GroupId: id, SecurityGroupRuleIds }));
        }
        const missing = wanted.filter((rule) => !isIn(rule, there.map(ruleOf)));
        if (missing.length > 0) {
          const IpPermissions = missing.map(permissionOf);
          await client.send(new AuthorizeSecurityGroupIngressCommand({ GroupId: id, IpPermissions }));
        }
      },
    },
  },
};

async function listRules(clients: Clients, group: string): Promise<SecurityGroupRule[]> {
  const Filters = [{ Name: "group-id", Values: [group] }];
  const rules = [];
  for await (const page of paginateDescribeSecurityGroupRules(
    { client: clients.of(EC2Client) },
    { Filters },
  )) {
    rules.push(...(page.SecurityGroupRules ?? []));
  }
  return rules.filter(({ IsEgress }) => IsEgress !== true);
}
