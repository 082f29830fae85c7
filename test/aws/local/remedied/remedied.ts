import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import type { Fields } from "@tagledger/core/remediation/fields";

/** A resource that can be quarantined, and how that shows. */
export interface Remedied {
  readonly type: string;
  readonly remedy: string;
  /**
   * Makes one.
   *
   * @returns its ARN
   */
  make(clients: Clients, name: string): Promise<string>;
  remove(clients: Clients, arn: string): Promise<unknown>;
  readonly state: string | null;
  readonly before: Fields;
  readonly ours: Fields;
}
