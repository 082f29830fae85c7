import { EC2Client } from "@aws-sdk/client-ec2";
import { isOver } from "../described.ts";
import { ec2Kinds } from "../ec2/kinds.ts";
import { arnOf, listedAs } from "../listed.ts";
import type { Lister } from "../lister.ts";

/** Those that cost something; what every account has from the start, like its networks, would only be noise. */
const CALLS = {
  "ec2:capacity-reservation": "ec2:DescribeCapacityReservations",
  "ec2:dedicated-host": "ec2:DescribeHosts",
  "ec2:elastic-ip": "ec2:DescribeAddresses",
  "ec2:image": "ec2:DescribeImages",
  "ec2:instance": "ec2:DescribeInstances",
  "ec2:natgateway": "ec2:DescribeNatGateways",
  "ec2:snapshot": "ec2:DescribeSnapshots",
  "ec2:volume": "ec2:DescribeVolumes",
  "ec2:vpc-endpoint": "ec2:DescribeVpcEndpoints",
} as const;

/** Lists EC2. */
export const ec2: readonly Lister[] = Object.entries(CALLS).map(
  ([type, call]): Lister => ({
    types: [type],
    calls: [call],
    async *list(clients) {
      const [service = "", kind = ""] = type.split(":");
      for await (const page of ec2Kinds[type]?.(clients.of(EC2Client), null) ?? []) {
        const there = page.filter(({ state }) => !isOver(type, state));
        yield there.map(({ key, tags }) =>
          listedAs(arnOf(clients, service, `${kind}/${key}`), clients, tags),
        );
      }
    },
  }),
);
