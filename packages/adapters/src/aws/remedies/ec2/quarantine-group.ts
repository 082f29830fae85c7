import {
  CreateSecurityGroupCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  type SecurityGroup,
} from "@aws-sdk/client-ec2";
import type { Refusal } from "@tagledger/core/remediation/refusal";
import type { Clients } from "../../inventory/clients.ts";
import { isNamed } from "../../inventory/misses.ts";
import { dropDefaultRules, dropRules } from "./drop-rules.ts";

const NAME = "tagledger-quarantine";
const PURPOSE = { Key: "tagledger:purpose", Value: "quarantine" };

/**
 * The group of a network that lets nothing in or out; it is made where it is not there, and a rule that somebody added
 * to it is taken off.
 *
 * @returns its id; a refusal where somebody else has a group by that name
 */
export async function quarantineGroup(clients: Clients, vpc: string): Promise<string | Refusal> {
  const found = (await find(clients, vpc)) ?? (await make(clients, vpc));
  if (typeof found === "string") return found;
  const { GroupId = "", Tags } = found;
  if (!Tags?.some(({ Key, Value }) => Key === PURPOSE.Key && Value === PURPOSE.Value)) {
    const message = `${GroupId} in ${vpc} is called ${NAME} but lacks the tag ${PURPOSE.Key}=${PURPOSE.Value}`;
    return { refused: "unsupported", message };
  }
  await dropRules(clients, GroupId);
  return GroupId;
}

async function find(clients: Clients, vpc: string): Promise<SecurityGroup | undefined> {
  const { SecurityGroups } = await clients.of(EC2Client).send(
    new DescribeSecurityGroupsCommand({
      Filters: [
        { Name: "vpc-id", Values: [vpc] },
        { Name: "group-name", Values: [NAME] },
      ],
    }),
  );
  return SecurityGroups?.[0];
}

/** Makes it, unless somebody else just did. */
async function make(clients: Clients, vpc: string): Promise<string | SecurityGroup> {
  let id: string;
  try {
    const { GroupId = "" } = await clients.of(EC2Client).send(
      new CreateSecurityGroupCommand({
        GroupName: NAME,
        VpcId: vpc,
        Description: "Lets nothing in or out of what is quarantined",
        TagSpecifications: [{ ResourceType: "security-group", Tags: [PURPOSE] }],
      }),
    );
    id = GroupId;
  } catch (error) {
    const found = isNamed(error, ["InvalidGroup.Duplicate"]) ? await find(clients, vpc) : undefined;
    if (found === undefined) throw error;
    return found;
  }
  await dropDefaultRules(clients, id);
  return id;
}
