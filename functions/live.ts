import { nodeHash } from "@tagledger/adapters/node/hash";
import type { Configurations, Inventory } from "@tagledger/core/ports";
import type { PriceBook } from "@tagledger/core/spend/price";
import { inventoriesOf } from "./account-inventory.ts";
import type { Environment } from "./environment.ts";
import { once } from "./once.ts";
import { rulesInForce } from "./rules-in-force.ts";
import type { System } from "./system.ts";

/** The region that is asked for prices: the list of all regions is in few of them. */
const PRICES = "us-east-1";

/** The outside world as it is in AWS: the one place where it is put together, each part when it is first needed. */
export const live = once(async (): Promise<System> => {
  const { readEnvironment } = await import("./environment.ts");
  const environment = readEnvironment(process.env);
  const inventoryOf = once(() => inventoryMaker(environment));
  return {
    now: Date.now,
    hash: nodeHash,
    prices: lazyPrices(once(prices)),
    ledger: once(() => ledger(environment)),
    rules: rulesInForce(once(() => configurations(environment))),
    inventory: once(async () => (await inventoryOf())(environment.places)),
    inventories: once(async () => inventoriesOf(environment.places, await inventoryOf())),
    bus: once(() => bus(environment)),
  };
});

async function ledger({ region, table }: Environment) {
  const [{ DynamoDBClient }, { dynamodbLedger }] = await Promise.all([
    import("@aws-sdk/client-dynamodb"),
    import("@tagledger/adapters/dynamodb/ledger"),
  ]);
  return dynamodbLedger({ client: new DynamoDBClient({ region }), table });
}

async function configurations({ region, config }: Environment): Promise<Configurations> {
  const [{ S3Client }, { s3Configurations }] = await Promise.all([
    import("@aws-sdk/client-s3"),
    import("@tagledger/adapters/aws/configuration"),
  ]);
  return s3Configurations({ client: new S3Client({ region }), ...config, hash: nodeHash });
}

async function inventoryMaker({ account, region, role, externalId, explorerView }: Environment) {
  const [{ clientsInAccounts }, { awsInventory }] = await Promise.all([
    import("@tagledger/adapters/aws/accounts"),
    import("@tagledger/adapters/aws/inventory/inventory"),
  ]);
  const sts = once(async () => {
    const { STSClient } = await import("@aws-sdk/client-sts");
    return new STSClient({ region });
  });
  const clientsFor = clientsInAccounts({ home: account, role, externalId, sts });
  return (places: Environment["places"]): Inventory =>
    awsInventory({ clientsFor, places, ...(explorerView !== undefined && { explorerView }) });
}

async function bus({ region, bus: name }: Environment) {
  const [{ EventBridgeClient }, { awsEventBus }] = await Promise.all([
    import("@aws-sdk/client-eventbridge"),
    import("@tagledger/adapters/aws/event-bus"),
  ]);
  return awsEventBus({ client: new EventBridgeClient({ region }), bus: name });
}

async function prices(): Promise<PriceBook> {
  const [{ PricingClient }, { priceList }] = await Promise.all([
    import("@aws-sdk/client-pricing"),
    import("@tagledger/adapters/aws/price-list"),
  ]);
  return priceList(new PricingClient({ region: PRICES }));
}

/** Most of what happens costs nothing that has a price. */
function lazyPrices(book: () => Promise<PriceBook>): PriceBook {
  return { price: async (query) => (await book()).price(query) };
}
