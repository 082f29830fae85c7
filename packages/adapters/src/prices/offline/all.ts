import { ebsPrices } from "./ebs.ts";
import { ec2Prices } from "./ec2.ts";
import { networkPrices } from "./network.ts";
import { rdsPrices } from "./rds.ts";
import { sagemakerPrices } from "./sagemaker.ts";
import type { PriceTable } from "./table.ts";

/** All prices that come with Tagledger. */
export const priceTables: readonly PriceTable[] = [
  ...ec2Prices,
  ...ebsPrices,
  ...networkPrices,
  ...sagemakerPrices,
  ...rdsPrices,
];
