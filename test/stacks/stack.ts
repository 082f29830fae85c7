import { type Template, templateText } from "@tagledger/core/policy/stack-set/template";
import { type Caller, elements, query } from "./query.ts";

const NAME = "tagledger";

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
    TemplateBody: templateText(template),
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
