import { ec2TypeOf } from "@tagledger/core/catalog/ec2-ids";
import { type Action, actionOf, isOf, type ResourceType } from "../../../iam/actions.ts";
import type { Call } from "./calls.ts";

const ARN = /arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d*:[A-Za-z0-9_./:+@-]+/g;
const EC2_ID = /\b[a-z]+(?:-[a-z]+)?-[0-9a-f]{8,17}\b/g;

const DATA = ["DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"].map((name) => `dynamodb:${name}`);

/**
 * What IAM is asked about a call: the permission, and the type of each resource that the call names, as
 * `ec2:StopInstances instance`; nothing of a call of which nobody says what it is.
 */
export async function askedOfIam(call: Call): Promise<readonly string[]> {
  if (call.action === "dynamodb:TransactWriteItems") return inTransaction(call);
  const action = await actionOf(call.action);
  if (action === null) return [];
  const types = typesNamed(call, action);
  return types.length === 0 ? [action.name] : types.map((type) => `${action.name} ${type}`);
}

/** A transaction asks for each of its parts. */
function inTransaction({ request }: Call): readonly string[] {
  const parts = {
    Put: "PutItem",
    Delete: "DeleteItem",
    Update: "UpdateItem",
    ConditionCheck: "ConditionCheckItem",
  };
  return Object.entries(parts)
    .filter(([part]) => request.includes(`{"${part}":`))
    .map(([, operation]) => `dynamodb:${operation} table`);
}

function typesNamed(call: Call, action: Action): readonly string[] {
  // What is read from a table and written to it is full of names.
  if (DATA.includes(call.action)) return call.request.includes('"IndexName"') ? ["index"] : ["table"];
  const arns = [...arnsIn(call), ...(call.service === "ec2" ? ec2ArnsIn(call) : [])];
  return [...new Set(arns.flatMap((arn) => closest(arn, action.resources)?.name ?? []))];
}

function arnsIn({ request }: Call): string[] {
  return decoded(request).match(ARN) ?? [];
}

function ec2ArnsIn({ request, region, account }: Call): string[] {
  const ids = decoded(request).match(EC2_ID) ?? [];
  return ids.flatMap((id) => {
    const type = ec2TypeOf(id)?.replace("ec2:", "");
    if (type === undefined) return [];
    const owner = type === "image" || type === "snapshot" ? "" : account;
    return [`arn:aws:ec2:${region}:${owner}:${type}/${id}`];
  });
}

/** Of types that an ARN may be of, the one that is published in most detail. */
function closest(arn: string, types: readonly ResourceType[]): ResourceType | undefined {
  const detail = ({ arn: published }: ResourceType) => published.replaceAll(/\$\{[^}]+\}/g, "").length;
  return types.filter((type) => isOf(arn, type)).sort((a, b) => detail(b) - detail(a))[0];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
