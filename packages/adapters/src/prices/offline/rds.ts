import { offerFile, type PriceTable } from "./table.ts";

const VEER =
  "https://github.com/ArdurAI/veer/blob/655ccbe12c097aa2e64f434e3426cba6e96d4a7e/docs/architecture/cost-model/README.md";
const OFFERS = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonRDS/current";

/** Databases per hour and their storage per GB and month. */
export const rdsPrices: readonly PriceTable[] = [
  {
    item: "rds-instance",
    region: "us-east-1",
    url: offerFile("AmazonRDS", "20260318225923", "us-east-1"),
    via: "a public repository that quotes SKUs TGN7QDJF2AGFU9XA, AXC2TYPWXFK88MVY and 5J8PBWJNX88YGMQK of it",
    asOf: "2026-03-18",
    prices: {
      "PostgreSQL Single-AZ db.t3.micro": "0.018",
      "MySQL Single-AZ db.t3.micro": "0.017",
      "MariaDB Single-AZ db.t3.micro": "0.017",
    },
  },
  {
    item: "rds-instance",
    region: "us-east-1",
    url: offerFile("AmazonRDS", "20260831092223", "us-east-1"),
    via: VEER,
    asOf: "2026-08-31",
    prices: { "PostgreSQL Multi-AZ db.t4g.medium": "0.129", "PostgreSQL Multi-AZ db.r7g.large": "0.478" },
  },
  {
    item: "rds-storage",
    region: "us-east-1",
    url: offerFile("AmazonRDS", "20260831092223", "us-east-1"),
    via: VEER,
    asOf: "2026-08-31",
    prices: { "PostgreSQL Multi-AZ gp3": "0.23" },
  },
  {
    item: "rds-instance",
    region: "us-east-1",
    url: `${OFFERS}/us-east-1/index.json`,
    via: "a public repository that quotes SKU 9HPEGXQTDDGH53C9 of it",
    asOf: "2026-10-06",
    prices: { "PostgreSQL Single-AZ db.t4g.micro": "0.016" },
  },
  {
    item: "rds-storage",
    region: "us-east-1",
    url: `${OFFERS}/us-east-1/index.json`,
    via: "a public repository that quotes SKU G2TQUMAQNSQ7H65X of it",
    asOf: "2026-10-06",
    prices: { "PostgreSQL Single-AZ gp2": "0.115" },
  },
  {
    item: "rds-storage",
    region: "us-east-1",
    url: `${OFFERS}/us-east-1/index.json`,
    via: "a public repository that quotes it",
    asOf: "2026-08-28",
    prices: { "PostgreSQL Single-AZ gp3": "0.115" },
  },
  {
    item: "rds-instance",
    region: "eu-west-1",
    url: `${OFFERS}/eu-west-1/index.json`,
    via: "a public repository that quotes it",
    asOf: "2026-09-18",
    prices: { "PostgreSQL Multi-AZ db.m6g.large": "0.352" },
  },
  {
    item: "rds-storage",
    region: "eu-west-1",
    url: `${OFFERS}/eu-west-1/index.json`,
    via: "a public repository that quotes it",
    asOf: "2026-09-18",
    prices: { "PostgreSQL Multi-AZ gp3": "0.254" },
  },
  {
    item: "rds-instance",
    region: "eu-central-1",
    url: `${OFFERS}/eu-central-1/index.json`,
    via: "a public repository that quotes it",
    asOf: "2026-09-24",
    prices: { "MariaDB Multi-AZ db.r7g.2xlarge": "2.329" },
  },
  {
    item: "rds-storage",
    region: "eu-central-1",
    url: `${OFFERS}/eu-central-1/index.json`,
    via: "a public repository that quotes it",
    asOf: "2026-09-24",
    prices: { "MariaDB Single-AZ gp3": "0.137", "MariaDB Multi-AZ gp3": "0.274" },
  },
];
