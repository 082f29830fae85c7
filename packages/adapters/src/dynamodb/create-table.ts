import { CreateTableCommand, UpdateTimeToLiveCommand, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import type { Place } from "./place.ts";
import { tableDefinition, timeToLive } from "./table.ts";
import { explained } from "./trouble.ts";

/** How long to wait for AWS, in seconds; it takes a few. */
const PATIENCE = 120;

/**
 * Creates the table of a ledger and waits until it can be used. A deployment describes its table instead; this is for
 * tests and for trying things out.
 *
 * @throws outside-failure when the table is there already or cannot be created
 * @example await createTable({ client, table: "tagledger" })
 */
export async function createTable(place: Place): Promise<void> {
  const { client, table } = place;
  await explained(place, async () => {
    await client.send(new CreateTableCommand(tableDefinition(table)));
    await waitUntilTableExists({ client, maxWaitTime: PATIENCE }, { TableName: table });
    await client.send(new UpdateTimeToLiveCommand(timeToLive(table)));
  });
}
