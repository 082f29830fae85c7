import type { Clients } from "@tagledger/adapters/aws/inventory/clients";

/** What all that is tagged in an estate carries. */
export const TAGS = { "ml-team": "vision", "ml-environment": "dev" };

/** The same as a list. */
export const TAG_LIST = Object.entries(TAGS).map(([Key, Value]) => ({ Key, Value }));

/** Makes and removes resources of one type. */
export interface Maker {
  readonly type: string;
  /**
   * Makes one.
   *
   * @returns its ARN
   */
  make(clients: Clients, name: string, isTagged: boolean): Promise<string>;
  remove(clients: Clients, arn: string): Promise<unknown>;
}

/** What an ARN ends with. */
export function nameOf(arn: string): string {
  return arn.split(/[:/]/).at(-1) ?? arn;
}

/** What an answer must hold, as an ARN. */
export function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("an answer of moto lacks what it made");
  return value;
}
