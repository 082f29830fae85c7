import { badInput } from "@tagledger/core/errors";
import { EXTERNAL_ID } from "@tagledger/core/policy/stack-set/account-roles";
import { isExternalId } from "@tagledger/core/policy/stack-set/parameters";
import type { WrittenFile } from "./write-all.ts";

/**
 * The parameters of the template that have no default, as the AWS CLI reads them.
 *
 * @throws bad-input where it is no external id
 */
export function parametersFile(externalId: string): WrittenFile {
  // What it is stays out of messages, which are logged.
  if (!isExternalId(externalId)) {
    throw badInput("--external-id: expected 2 to 1224 letters, digits and any of _+=,.@:/-");
  }
  const parameters = [{ ParameterKey: EXTERNAL_ID, ParameterValue: externalId }];
  return {
    name: "stack-set.parameters.json",
    text: `${JSON.stringify(parameters, null, 2)}\n`,
    isSecret: true,
  };
}
