import type { Published } from "./config.ts";
import type { Told } from "./told.ts";

/** What the functions read and write. */
export interface Stores {
  readonly table: sst.aws.Dynamo;
  readonly config: Published;
  readonly bus: sst.aws.Bus;
}

/**
 * What every function is told by its environment.
 *
 * @param role the name of the role that it takes on in other accounts
 */
export function environmentOf(told: Told, { table, config, bus }: Stores, role: string) {
  const { home, places, members, externalId, explorerView } = told;
  return {
    AWS_ACCOUNT: home.account,
    TAGLEDGER_TABLE: table.name,
    TAGLEDGER_BUS: bus.name,
    TAGLEDGER_CONFIG: $interpolate`s3://${config.bucket.name}/${config.key}`,
    TAGLEDGER_PLACES: places.map(({ account, region }) => `${account}:${region}`).join(","),
    ...(members.length > 0 && { TAGLEDGER_ROLE: role }),
    ...(members.length > 0 && externalId !== null && { TAGLEDGER_EXTERNAL_ID: externalId }),
    ...(explorerView !== null && { TAGLEDGER_EXPLORER_VIEW: explorerView }),
  };
}
