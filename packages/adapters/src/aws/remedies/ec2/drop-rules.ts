import {
  EC2Client,
  type IpPermission,
  paginateDescribeSecurityGroupRules,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
} from "@aws-sdk/client-ec2";
import type { Clients } from "../../inventory/clients.ts";
import { isNamed } from "../../inventory/misses.ts";

/** What a new group lets out; the second only where its network has addresses of IPv6. */
const DEFAULT: readonly IpPermission[] = [
  { IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] },
  { IpProtocol: "-1", Ipv6Ranges: [{ CidrIpv6: "::/0" }] },
];

/** Takes off the rules that a group is made with, which its list of rules may not show yet. */
export async function dropDefaultRules(clients: Clients, GroupId: string): Promise<void> {
  for (const rule of DEFAULT) {
    await unlessDropped(
      clients.of(EC2Client).send(new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: [rule] })),
    );
  }
}

/** Takes off all rules that a group has. */
export async function dropRules(clients: Clients, GroupId: string): Promise<void> {
  const client = clients.of(EC2Client);
  const Filters = [{ Name: "group-id", Values: [GroupId] }];
  const rules = [];
  for await (const page of paginateDescribeSecurityGroupRules({ client }, { Filters })) {
    rules.push(...(page.SecurityGroupRules ?? []));
  }
  for (const { SecurityGroupRuleId = "", IsEgress } of rules) {
    const rule = { GroupId, SecurityGroupRuleIds: [SecurityGroupRuleId] };
    await unlessDropped(
      IsEgress === true
        ? client.send(new RevokeSecurityGroupEgressCommand(rule))
        : client.send(new RevokeSecurityGroupIngressCommand(rule)),
    );
  }
}

/** Somebody else may do the same at this moment. */
async function unlessDropped(drop: Promise<unknown>): Promise<void> {
  try {
    await drop;
  } catch (error) {
    if (!isNamed(error, ["InvalidPermission.NotFound", "InvalidSecurityGroupRuleId.NotFound"])) throw error;
  }
}
