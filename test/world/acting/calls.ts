import { type Call, KINDS } from "../kinds.ts";

/** The kinds of resources that something is done about. */
export type KindName = "instance" | "endpoint" | "bucket";

const ACCOUNT = "444455556666";

/** The ARN of a resource in an account. */
export function arnIn(account: string, kind: KindName, name: string): string {
  return KINDS[kind].arn(name).replaceAll(ACCOUNT, account);
}

/** A call as it is logged in an account. */
export function callIn(account: string, call: Call): Call {
  return JSON.parse(JSON.stringify(call).replaceAll(ACCOUNT, account)) as Call;
}

/** A call that we made ourselves. */
export function byUs(account: string, call: Call): Call {
  const role = "tagledger-remedy";
  return {
    ...call,
    userIdentity: {
      type: "AssumedRole",
      principalId: "AROATAGLEDGER:work",
      arn: `arn:aws:sts::${account}:assumed-role/${role}/work`,
      accountId: account,
      sessionContext: {
        sessionIssuer: {
          type: "Role",
          arn: `arn:aws:iam::${account}:role/${role}`,
          accountId: account,
          userName: role,
        },
      },
    },
  };
}

/** The call that starts or stops an instance, or sets the size of an endpoint. */
export function runCall(kind: KindName, name: string, eventName: string): Call {
  const { responseElements, requestParameters, ...rest } = KINDS[kind].remove(name);
  return kind === "instance"
    ? { ...rest, eventName, requestParameters, responseElements }
    : { ...rest, eventName, requestParameters, responseElements: { endpointArn: KINDS[kind].arn(name) } };
}
