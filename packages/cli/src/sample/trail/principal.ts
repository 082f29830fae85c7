import type { JsonObject } from "@tagledger/core/catalog/event";
import { ACCOUNTS, type Account } from "../company/accounts.ts";
import { DAY, HOUR, isoTime } from "../month.ts";
import { keyId, uuidOf } from "./ids.ts";

/** Somebody or something that makes calls, as records tell of it. */
export interface Principal {
  readonly identity: (at: number) => JsonObject;
  /** Where its calls come from: an address, or the service that makes them. */
  readonly address: string;
  readonly agent: string;
}

/** Where a principal's calls come from, and with which program they are made. */
export type Manner = Pick<Principal, "address" | "agent">;

/** What some sessions tell besides. */
export interface SessionFacts {
  /** The path of the role, with a slash at its end. */
  readonly path?: string;
  /** Added to the context of the session. */
  readonly context?: JsonObject;
  /** Added to the identity. */
  readonly beside?: JsonObject;
}

const STORE = `arn:aws:identitystore::${ACCOUNTS.billing.id}:identitystore/d-9067f0c3b1`;
const GITHUB = "token.actions.githubusercontent.com";

/** A session of a role. */
export function session(arn: string, manner: Manner, facts: SessionFacts = {}): Principal {
  const { path = "", context = {}, beside = {} } = facts;
  const [, , , , account = "", resource = ""] = arn.split(":");
  const [, role = "", name = ""] = resource.split("/");
  const id = keyId("AROA", `${account} ${role}`);
  const sessionIssuer = {
    type: "Role",
    principalId: id,
    arn: `arn:aws:iam::${account}:role/${path}${role}`,
    accountId: account,
    userName: role,
  };
  const identity = (at: number) => ({
    type: "AssumedRole",
    principalId: `${id}:${name}`,
    arn,
    accountId: account,
    accessKeyId: keyId("ASIA", `${arn} ${Math.floor(at / DAY)}`),
    sessionContext: { sessionIssuer, ...context, attributes: begun(at) },
    ...beside,
  });
  return { ...manner, identity };
}

/** A session of the role that a service has for itself. */
export function serviceLinked(account: string, role: string, name: string, service: string): Principal {
  const arn = `arn:aws:sts::${account}:assumed-role/${role}/${name}`;
  return through(
    session(arn, { address: service, agent: service }, { path: `aws-service-role/${service}/` }),
    service,
  );
}

/** A principal for whom a service makes the call. */
export function through(principal: Principal, service: string): Principal {
  const identity = (at: number) => ({ ...principal.identity(at), invokedBy: service });
  return { address: service, agent: service, identity };
}

/** A service by itself. */
export function awsService(service: string): Principal {
  return { address: service, agent: service, identity: () => ({ type: "AWSService", invokedBy: service }) };
}

/** A user of IAM, with keys of its own. */
export function iamUser(account: Account, userName: string, manner: Manner): Principal {
  const arn = `arn:aws:iam::${account.id}:user/${userName}`;
  const identity = {
    type: "IAMUser",
    principalId: keyId("AIDA", arn),
    arn,
    accountId: account.id,
    accessKeyId: keyId("AKIA", arn),
    userName,
  };
  return { ...manner, identity: () => identity };
}

/** The root of an account. */
export function root({ id }: Account, manner: Manner): Principal {
  const identity = {
    type: "Root",
    principalId: id,
    arn: `arn:aws:iam::${id}:root`,
    accountId: id,
    accessKeyId: "",
  };
  return { ...manner, identity: () => identity };
}

/** A workflow of GitHub, before it has a role. */
export function workflow({ id }: Account, repository: string, manner: Manner): Principal {
  const subject = `repo:quillmart/${repository}:ref:refs/heads/main`;
  const provider = `arn:aws:iam::${id}:oidc-provider/${GITHUB}`;
  const identity = {
    type: "WebIdentityUser",
    principalId: `${provider}:sts.amazonaws.com:${subject}`,
    userName: subject,
    identityProvider: provider,
  };
  return { ...manner, identity: () => identity };
}

/** A person as IAM Identity Center knows them. */
export function storeUser(account: Account, name: string, manner: Manner): Principal {
  const identity = {
    type: "IdentityCenterUser",
    accountId: account.id,
    onBehalfOf: onBehalfOf(name),
    credentialId: uuidOf(`credential ${name}`),
  };
  return { ...manner, identity: () => identity };
}

/** The person behind a session, by their id in IAM Identity Center. */
export function onBehalfOf(name: string): JsonObject {
  return { userId: uuidOf(`store user ${name}`), identityStoreArn: STORE };
}

/** What the context of a session tells where a workflow of GitHub took on the role. */
export function federated(account: string): JsonObject {
  return {
    webIdFederationData: {
      federatedProvider: `arn:aws:iam::${account}:oidc-provider/${GITHUB}`,
      attributes: {},
    },
  };
}

// Sessions last an hour.
function begun(at: number): JsonObject {
  return { creationDate: isoTime(at - (at % HOUR)), mfaAuthenticated: "false" };
}
