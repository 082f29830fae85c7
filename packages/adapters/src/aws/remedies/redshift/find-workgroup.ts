import {
  GetWorkgroupCommand,
  paginateListWorkgroups,
  RedshiftServerlessClient,
  type Workgroup,
} from "@aws-sdk/client-redshift-serverless";
import { arnEnd } from "@tagledger/core/catalog/arn";
import type { Sought } from "@tagledger/core/ports";
import type { Clients } from "../../inventory/clients.ts";
import { unlessGone } from "../unless-gone.ts";

/** A workgroup by its name, which its ARN does not hold: where only the ARN is known, among all that there are. */
export async function findWorkgroup(clients: Clients, { arn, id }: Sought): Promise<Workgroup | null> {
  const client = clients.of(RedshiftServerlessClient);
  if (arn === null || arnEnd(arn) !== id) {
    const asked = client.send(new GetWorkgroupCommand({ workgroupName: id }));
    return (await unlessGone(asked, ["ResourceNotFoundException"]))?.workgroup ?? null;
  }
  for await (const { workgroups = [] } of paginateListWorkgroups({ client }, {})) {
    const found = workgroups.find(({ workgroupArn }) => workgroupArn === arn);
    if (found !== undefined) return found;
  }
  return null;
}
