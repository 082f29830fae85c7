import { writePlaces } from "@tagledger/core/policy/places";
import type { Published } from "./config.ts";
import type { Told } from "./told.ts";

/** What the functions read and write. */
export interface Stores {
  readonly table: sst.aws.Dynamo;
  readonly config: Published;
  readonly bus: sst.aws.Bus;
}

/** What the stores are called. */
export interface StoreNames {
  readonly table: $util.Input<string>;
  readonly bus: $util.Input<string>;
  /** The object of the configuration, as `s3://bucket/tagledger.yaml`. */
  readonly config: $util.Input<string>;
}

/** The names of the stores that are deployed. */
export function namesOfStores({ table, config, bus }: Stores): StoreNames {
  return { table: table.name, bus: bus.name, config: $interpolate`s3://${config.bucket.name}/${config.key}` };
}

/**
 * What every function is told by its environment.
 *
 * @param role the name of the role that it takes on in other accounts
 */
export function environmentOf(told: Told, { table, config, bus }: StoreNames, role: string) {
  const { home, places, members, externalId, explorerView } = told;
  return {
    AWS_ACCOUNT: home.account,
    TAGLEDGER_TABLE: table,
    TAGLEDGER_BUS: bus,
    TAGLEDGER_CONFIG: config,
    TAGLEDGER_PLACES: writePlaces(places),
    ...(members.length > 0 && { TAGLEDGER_ROLE: role }),
    ...(members.length > 0 && externalId !== null && { TAGLEDGER_EXTERNAL_ID: externalId }),
    ...(explorerView !== null && { TAGLEDGER_EXPLORER_VIEW: explorerView }),
  };
}
