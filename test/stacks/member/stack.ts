import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { type Template, templateText } from "@tagledger/core/policy/stack-set/template";
import { type Caller, elements, query } from "./query.ts";

/** What every stack of a stack set is called here. */
const NAME = "tagledger";

/** Of what S3 has in regions, the emulator knows access points only, and refuses jobs. */
const IN_REGIONS = `arn:aws:s3:*:\${AWS::AccountId}:`;

/** Makes the stack of a template, or changes it into that. */
export async function putStack(
  caller: Caller,
  how: "CreateStack" | "UpdateStack",
  template: Template,
  parameters: Readonly<Record<string, string>>,
): Promise<void> {
  const given = Object.entries(parameters).flatMap(([key, value], index) => [
    [`Parameters.member.${index + 1}.ParameterKey`, key],
    [`Parameters.member.${index + 1}.ParameterValue`, value],
  ]);
  await query(caller, "cloudformation", how, {
    StackName: NAME,
    TemplateBody: templateText(template).replaceAll(`${IN_REGIONS}job/`, `${IN_REGIONS}accesspoint/`),
    "Capabilities.member.1": "CAPABILITY_NAMED_IAM",
    ...Object.fromEntries(given),
  });
}

/** What came of it, as `CREATE_COMPLETE`. */
export async function stackStatus(caller: Caller): Promise<string | undefined> {
  return elements(
    await query(caller, "cloudformation", "DescribeStacks", { StackName: NAME }),
    "StackStatus",
  )[0];
}

/** The logical ids of what the stack holds, with their physical ones. */
export async function stackResources(caller: Caller): Promise<Readonly<Record<string, string>>> {
  const xml = await query(caller, "cloudformation", "DescribeStackResources", { StackName: NAME });
  const [logical, physical] = [elements(xml, "LogicalResourceId"), elements(xml, "PhysicalResourceId")];
  return Object.fromEntries(logical.map((id, index) => [id, physical[index] ?? ""]));
}

/** Whoever made the stacks of an account: in an emulator that tells accounts apart, whoever took on a role in it. */
export async function callerIn(endpoint: string, account: string, region: string): Promise<Caller> {
  const sts = new STSClient({
    endpoint,
    region,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const RoleArn = `arn:aws:iam::${account}:role/whoever-rolls-out`;
  const { Credentials: given } = await sts.send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: "rolling-out" }),
  );
  const { AccessKeyId, SecretAccessKey, SessionToken } = given ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) throw new Error(`${RoleArn}: no credentials`);
  return {
    endpoint,
    region,
    credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken },
  };
}
