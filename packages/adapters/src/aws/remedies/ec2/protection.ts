import { DescribeInstanceAttributeCommand, EC2Client } from "@aws-sdk/client-ec2";
import type { Condition } from "@tagledger/core/catalog/type-facts";
import type { Clients } from "../../inventory/clients.ts";
import { unlessDenied } from "../known.ts";

/** From what an instance was protected by whoever runs it. */
export async function protectionOf(
  clients: Clients,
  InstanceId: string,
): Promise<Readonly<Partial<Record<Condition, boolean | undefined>>>> {
  const client = clients.of(EC2Client);
  // One call tells one attribute.
  const [stop, termination] = await Promise.all([
    unlessDenied(
      client.send(new DescribeInstanceAttributeCommand({ InstanceId, Attribute: "disableApiStop" })),
    ),
    unlessDenied(
      client.send(new DescribeInstanceAttributeCommand({ InstanceId, Attribute: "disableApiTermination" })),
    ),
  ]);
  return {
    "stop-protected": stop?.DisableApiStop?.Value,
    "termination-protected": termination?.DisableApiTermination?.Value,
  };
}
