import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
  DescribeVpcsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { given, nameOf } from "../estate/maker.ts";
import type { Remedied } from "./remedied.ts";

const HTTPS = { IpProtocol: "tcp", FromPort: 443, ToPort: 443 };

/** Groups that let somebody in. */
export const securityGroups: readonly Remedied[] = [
  {
    type: "ec2:security-group",
    remedy: "ec2:revoke-rules",
    async make(clients, GroupName) {
      const client = clients.of(EC2Client);
      const { Vpcs } = await client.send(new DescribeVpcsCommand({}));
      const group = { GroupName, Description: GroupName, VpcId: given(Vpcs?.[0]?.VpcId) };
      const { GroupId } = await client.send(new CreateSecurityGroupCommand(group));
      const IpPermissions = [
        { ...HTTPS, IpRanges: [{ CidrIp: "10.0.0.0/8", Description: "office" }, { CidrIp: "0.0.0.0/0" }] },
        { ...HTTPS, Ipv6Ranges: [{ CidrIpv6: "::/0" }] },
      ];
      await client.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
      return `arn:aws:ec2:${clients.region}:${clients.account}:security-group/${given(GroupId)}`;
    },
    remove: (clients, arn) =>
      clients.of(EC2Client).send(new DeleteSecurityGroupCommand({ GroupId: nameOf(arn) })),
    state: null,
    before: {
      rules: [
        { protocol: "tcp", from: 443, to: 443, ipv4: "0.0.0.0/0" },
        { protocol: "tcp", from: 443, to: 443, ipv4: "10.0.0.0/8", description: "office" },
        { protocol: "tcp", from: 443, to: 443, ipv6: "::/0" },
      ],
    },
    ours: { rules: [] },
  },
];
