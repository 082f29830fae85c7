import { AppType, DescribeAppCommand, type SageMakerClient } from "@aws-sdk/client-sagemaker";
import { isNamed } from "../misses.ts";
import type { Asked } from "./asked.ts";

/** The state of an app of Studio, whose ARN does not tell whether a user or a space owns it. */
export async function appState(client: SageMakerClient, { id, path }: Asked): Promise<string | undefined> {
  const [DomainId, owner, kind] = path;
  // ARNs are in lower case.
  const type = Object.values(AppType).find((each) => each.toLowerCase() === kind);
  if (type === undefined) throw new Error(`an unknown type of app: ${kind}`);
  const asked = { DomainId, AppType: type, AppName: id };
  try {
    return (await client.send(new DescribeAppCommand({ ...asked, UserProfileName: owner }))).Status;
  } catch (error) {
    if (!isNamed(error, ["ResourceNotFound"])) throw error;
    return (await client.send(new DescribeAppCommand({ ...asked, SpaceName: owner }))).Status;
  }
}
