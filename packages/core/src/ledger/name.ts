/** What tells a resource without an ARN from others. */
export interface NameParts {
  readonly arn: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly type: string;
  readonly id: string;
}

/**
 * The name under which the ledger knows a resource: its ARN, else its account, region, type and id. Where calls may leave
 * out a part of an ARN, the name holds only what all of them say.
 *
 * @example resourceName({ arn: null, account: "111122223333", region: "eu-central-1", type: "ecs:task", id: "a/b" })
 * // "111122223333/eu-central-1/ecs:task/a/b"
 */
export function resourceName({ arn, account, region, type, id }: NameParts): string {
  if (arn !== null) return SHORTER.get(serviceOf(arn))?.(arn) ?? arn;
  // Only the id can hold a slash, so it comes last.
  return `${account ?? ""}/${type.startsWith(GLOBAL) ? "" : (region ?? "")}/${type}/${id}`;
}

/** Organizations has no regions, though its events do. */
const GLOBAL = "organizations:";

/** Names from ARNs that hold more than the calls which tag and delete say; null where an ARN is not of that kind. */
const SHORTER: ReadonlyMap<string, (arn: string) => string | null> = new Map([
  // A path is no part of what is unique in an account, and a call names a role without it.
  ["iam", (arn) => IAM.exec(arn)?.slice(1).join("/") ?? null],
  // A secret may be named without the six letters that AWS adds.
  ["secretsmanager", (arn) => named(SECRET.exec(arn), "secretsmanager:secret")],
  // A stack is deleted by its name, which is free again then.
  ["cloudformation", (arn) => named(STACK.exec(arn), "cloudformation:stack")],
  // Units and policies are named by their id alone.
  ["organizations", (arn) => organizationsName(arn)],
]);

const IAM =
  /^(arn:[^:]*:iam::[^:]*:(?:role|user|group|policy|instance-profile|server-certificate))\/(?:.*\/)?([^/]+)$/;
const STACK = /^arn:[^:]*:cloudformation:([^:]*):([^:]*):stack\/([^/]+)/;
const SECRET = /^arn:[^:]*:secretsmanager:([^:]*):([^:]*):secret:(.+?)(?:-[A-Za-z0-9]{6})?$/;
const ORGANIZATIONS = /^arn:[^:]*:organizations:([^:]*):([^:]*):([^/]+)\/(?:.*\/)?([^/]+)$/;

function organizationsName(arn: string): string | null {
  const parts = ORGANIZATIONS.exec(arn);
  return named(
    parts === null ? null : [arn, "", parts[2] ?? "", parts[4] ?? ""],
    `organizations:${parts?.[3]}`,
  );
}

function named(parts: readonly string[] | null, type: string): string | null {
  if (parts === null) return null;
  const [, region = "", account = "", id = ""] = parts;
  return resourceName({ arn: null, account, region, type, id });
}

function serviceOf(arn: string): string {
  const start = arn.indexOf(":", 4) + 1;
  return arn.slice(start, arn.indexOf(":", start));
}
