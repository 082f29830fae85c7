import { type CloudTrailEvent, isObject, type JsonObject } from "./event.ts";

/** Who made a call, as far as the record tells. */
export type Actor = {
  /** As in `IAMUser`, `AssumedRole`, `AWSService`; `Unknown` where the record does not say. */
  readonly type: string;
  readonly arn: string | null;
  /** The account of the caller, which need not be the one that was acted on. */
  readonly accountId: string | null;
  /** What to call it: the user, the session, the service. */
  readonly display: string | null;
  readonly userName: string | null;
  readonly roleName: string | null;
  /** The role itself rather than a session of it. */
  readonly roleArn: string | null;
  readonly sessionName: string | null;
  /** The AWS service that made the call, for itself or for the actor. */
  readonly service?: string;
  /** Who the session says is behind it. */
  readonly sourceIdentity?: string;
  /** The user in IAM Identity Center on whose behalf the call was made. */
  readonly identityStoreUser?: string;
  /** The function or instance that holds the credentials. */
  readonly issuedTo?: string;
};

const EMPTY: JsonObject = {};

type Names = Pick<Actor, "display" | "userName" | "roleName" | "roleArn" | "sessionName">;

const NAMELESS: Names = { display: null, userName: null, roleName: null, roleArn: null, sessionName: null };

/**
 * Reads who made a call, from all types of identity.
 *
 * @example actorOf(event).display // "mira" of arn:aws:sts::111122223333:assumed-role/researcher/mira
 */
export function actorOf({ userIdentity, invokedBy }: CloudTrailEvent): Actor {
  const type = text(userIdentity.type) ?? "Unknown";
  const arn = text(userIdentity.arn);
  const accountId = text(userIdentity.accountId);
  const context = part(userIdentity, "sessionContext");
  const names = namesOf(type, userIdentity, part(context, "sessionIssuer"), arn, accountId);
  const { display, userName, roleName, roleArn, sessionName } = names;
  const actor: Actor = { type, arn, accountId, display, userName, roleName, roleArn, sessionName };
  const more = behind(userIdentity, context, invokedBy);
  return more === null ? actor : { ...actor, ...more };
}

function namesOf(
  type: string,
  identity: JsonObject,
  issuer: JsonObject,
  arn: string | null,
  accountId: string | null,
): Names {
  const end = arn === null || !arn.includes("/") ? null : lastPart(arn);
  const session = end ?? sessionIn(identity.principalId);
  const userName = text(identity.userName);
  switch (type) {
    case "Root":
      return { ...NAMELESS, display: "root", userName: "root" };
    case "AssumedRole": {
      const role = roleOf(issuer, arn);
      const roleArn = roleArnOf(issuer, role, arn, accountId);
      return { display: session ?? role, userName: null, roleName: role, roleArn, sessionName: session };
    }
    case "FederatedUser":
      return { ...NAMELESS, display: session, userName: text(issuer.userName), sessionName: session };
    case "AWSService":
      return { ...NAMELESS, display: text(identity.invokedBy) };
    case "AWSAccount":
      return { ...NAMELESS, display: session ?? accountId, sessionName: session };
    case "IdentityCenterUser":
      return { ...NAMELESS, display: userName ?? storeUser(identity), userName };
    default: {
      const name = userName ?? end;
      return { ...NAMELESS, display: name ?? text(identity.principalId), userName: name };
    }
  }
}

/** Facts about who stands behind an actor; most records have none. */
function behind(
  identity: JsonObject,
  context: JsonObject,
  service: string | null,
): Pick<Actor, "service" | "sourceIdentity" | "identityStoreUser" | "issuedTo"> | null {
  const sourceIdentity = text(context.sourceIdentity);
  const identityStoreUser = storeUser(identity);
  const issuedTo = text(part(identity, "inScopeOf").credentialsIssuedTo);
  if ((service ?? sourceIdentity ?? identityStoreUser ?? issuedTo) === null) return null;
  return {
    ...(service === null ? {} : { service }),
    ...(sourceIdentity === null ? {} : { sourceIdentity }),
    ...(identityStoreUser === null ? {} : { identityStoreUser }),
    ...(issuedTo === null ? {} : { issuedTo }),
  };
}

function roleOf(issuer: JsonObject, arn: string | null): string | null {
  const issued = text(issuer.arn);
  return text(issuer.userName) ?? (issued?.includes(":role/") ? lastPart(issued) : null) ?? assumed(arn);
}

/** The role in `arn:aws:sts::111122223333:assumed-role/role/session`. */
function assumed(arn: string | null): string | null {
  const before = arn?.indexOf(":assumed-role/") ?? -1;
  if (arn === null || before < 0) return null;
  const start = before + ":assumed-role/".length;
  const end = arn.indexOf("/", start);
  return arn.slice(start, end < 0 ? arn.length : end) || null;
}

/** Only the issuer tells of a path in the role's ARN; without one, it is taken to have none. */
function roleArnOf(
  issuer: JsonObject,
  role: string | null,
  arn: string | null,
  accountId: string | null,
): string | null {
  const issued = text(issuer.arn);
  if (issued?.includes(":role/")) return issued;
  if (role === null || accountId === null) return null;
  return `arn:${arn?.split(":", 2)[1] || "aws"}:iam::${accountId}:role/${role}`;
}

function storeUser(identity: JsonObject): string | null {
  return text(part(identity, "onBehalfOf").userId);
}

/** What follows the colon in `AROAEXAMPLE:session`. */
function sessionIn(principalId: unknown): string | null {
  const principal = text(principalId);
  const colon = principal?.indexOf(":") ?? -1;
  return principal === null || colon < 0 ? null : principal.slice(colon + 1) || null;
}

function lastPart(arn: string): string | null {
  return arn.slice(arn.lastIndexOf("/") + 1) || null;
}

function part(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isObject(value) ? value : EMPTY;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
