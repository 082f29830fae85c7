import type { ApiHandler } from "@tagledger/api/handler";
import type { ApiSystem } from "@tagledger/api/system";
import type { Config } from "@tagledger/core/config/definition";
import type { AllocatePorts } from "@tagledger/core/flows/allocate/request";
import type { IngestPorts } from "@tagledger/core/flows/ingest/request";
import type { MailPorts } from "@tagledger/core/flows/mail/ports";
import type { RemediatePorts } from "@tagledger/core/flows/remediate/ports";
import type { InForce } from "@tagledger/core/flows/rules-in-force";
import type { EventBus, Hash, Inventory, Ledger } from "@tagledger/core/ports";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import type { PriceBook } from "@tagledger/core/spend/price";

/** What exists in one account. */
export interface AccountInventory {
  readonly account: string;
  readonly inventory: Inventory;
}

/** What every function needs. What only some need of it is made when it is first asked for. */
export interface System {
  /** Epoch milliseconds. */
  now(): number;
  readonly hash: Hash;
  readonly prices: PriceBook;
  ledger(): Promise<Ledger>;
  /**
   * The rules that are in force at this instant.
   *
   * @throws bad-configuration or outside-failure where nobody can tell
   */
  inForce(): Promise<InForce>;
}

/** What it needs to do what is due. */
export interface ActingSystem extends System {
  /** By what resources are looked at and acted on. */
  remediation(): Promise<Omit<RemediatePorts, "ledger" | "prices" | "clock">>;
  bus(): Promise<EventBus>;
}

/** What it needs to hold what exists against the ledger. */
export interface SweepingSystem extends System {
  /** What exists, one account at a time. */
  inventories(): Promise<readonly AccountInventory[]>;
}

/** What it needs to take in bills. */
export interface BillingSystem extends System {
  /** Where the deployment has bills delivered; the configuration may name more places. */
  readonly madePlace: string | undefined;
  /** By what bills are read and kept. */
  billing(): Promise<IngestPorts>;
}

/** By what months are divided, and which of them there are. */
export interface AllocationPorts extends AllocatePorts {
  readonly records: AllocatePorts["records"] & Pick<BillRecords, "periods">;
}

/** What it needs to divide bills. */
export interface AllocatingSystem extends System {
  /** By what months are divided, with the sources of usage that a configuration names. */
  allocation(config: Config): Promise<AllocationPorts>;
}

/** What it needs to mail months. */
export interface MailingSystem extends System {
  mailing(): Promise<MailPorts>;
}

/** What it needs to answer requests. */
export interface AnsweringSystem extends System {
  /** What answers, and tells a log of what went wrong. */
  answering(log: ApiSystem["log"]): Promise<ApiHandler>;
}

/** Gives the outside world: the same one whenever it is asked for. */
export type Compose<Some extends System = System> = () => Promise<Some>;
