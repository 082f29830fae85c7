/** What tells a resource without an ARN from others. */
export interface NameParts {
  readonly arn: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly type: string;
  readonly id: string;
}

/**
 * The name under which the ledger knows a resource: its ARN, else its account, region, type and id.
 *
 * @example resourceName({ arn: null, account: "111122223333", region: "eu-central-1", type: "ecs:task", id: "a/b" })
 * // "111122223333/eu-central-1/ecs:task/a/b"
 */
export function resourceName({ arn, account, region, type, id }: NameParts): string {
  // Only the id can hold a slash, so it comes last.
  return arn ?? `${account ?? ""}/${region ?? ""}/${type}/${id}`;
}
