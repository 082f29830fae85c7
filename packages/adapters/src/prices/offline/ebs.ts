import { offerFile, type PriceTable } from "./table.ts";

const TOOLKIT =
  "https://raw.githubusercontent.com/aws/agent-toolkit-for-aws/main/skills/core-skills/aws-billing-and-cost-management/references/ebs-optimization.md";
const CURRENT = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2/current";

/** Volumes per month: a GB, an IOPS. */
export const ebsPrices: readonly PriceTable[] = [
  {
    item: "ebs-storage",
    region: "us-east-1",
    url: offerFile("AmazonEC2", "20260831181331", "us-east-1"),
    via: "https://github.com/ArdurAI/veer/blob/655ccbe12c097aa2e64f434e3426cba6e96d4a7e/docs/architecture/cost-model/README.md",
    asOf: "2026-08-31",
    prices: { gp3: "0.08" },
  },
  {
    item: "ebs-storage",
    region: "us-east-1",
    url: `${CURRENT}/us-east-1/index.json`,
    via: "a public repository that quotes it",
    asOf: "2026-10-07",
    prices: { io2: "0.125" },
  },
  {
    item: "ebs-iops",
    region: "us-east-1",
    url: `${CURRENT}/us-east-1/index.json`,
    via: "a public repository that quotes it",
    asOf: "2026-10-07",
    prices: { io2: "0.065", "io2.tier2": "0.0455", "io2.tier3": "0.03185" },
  },
  {
    item: "ebs-storage",
    region: "us-east-1",
    url: TOOLKIT,
    asOf: "2026",
    prices: { gp2: "0.10", io1: "0.125" },
  },
  { item: "ebs-iops", region: "us-east-1", url: TOOLKIT, asOf: "2026", prices: { io1: "0.065" } },
  {
    item: "ebs-storage",
    region: "us-west-2",
    url: `${CURRENT}/us-west-2/index.csv`,
    via: "a public repository that quotes it",
    asOf: "2026-10-04",
    prices: { gp3: "0.08" },
  },
  {
    item: "ebs-storage",
    region: "eu-west-1",
    url: `${CURRENT}/eu-west-1/index.csv`,
    via: "a public repository that quotes it",
    asOf: "2026-09-18",
    prices: { gp3: "0.088" },
  },
];
