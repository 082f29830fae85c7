import { offerFile, type PriceTable } from "./table.ts";

const VEER =
  "https://github.com/ArdurAI/veer/blob/655ccbe12c097aa2e64f434e3426cba6e96d4a7e/docs/architecture/cost-model/README.md";
const OREGON = "a public repository that quotes it";
const IRELAND = "a public repository that quotes it";
const CURRENT = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws";

/** NAT gateways and the control planes of EKS per hour; extended support is charged on top of the control plane. */
export const networkPrices: readonly PriceTable[] = [
  {
    item: "nat-gateway",
    region: "us-east-1",
    url: offerFile("AmazonEC2", "20260831181331", "us-east-1"),
    via: VEER,
    asOf: "2026-08-31",
    prices: { zonal: "0.045" },
  },
  {
    item: "nat-gateway",
    region: "us-west-2",
    url: `${CURRENT}/AmazonEC2/current/us-west-2/index.csv`,
    via: OREGON,
    asOf: "2026-10-04",
    prices: { zonal: "0.045" },
  },
  {
    item: "nat-gateway",
    region: "eu-west-1",
    url: `${CURRENT}/AmazonEC2/current/eu-west-1/index.csv`,
    via: IRELAND,
    asOf: "2026-09-18",
    prices: { zonal: "0.048" },
  },
  {
    item: "eks-cluster",
    region: "us-east-1",
    url: offerFile("AmazonEKS", "20260831092157", "us-east-1"),
    via: VEER,
    asOf: "2026-08-31",
    prices: { standard: "0.10" },
  },
  {
    item: "eks-extended-support",
    region: "us-east-1",
    url: offerFile("AmazonEKS", "20260831092157", "us-east-1"),
    via: VEER,
    asOf: "2026-08-31",
    prices: { standard: "0.50" },
  },
  {
    item: "eks-cluster",
    region: "us-west-2",
    url: `${CURRENT}/AmazonEKS/current/us-west-2/index.json`,
    via: OREGON,
    asOf: "2026-10-04",
    prices: { standard: "0.10" },
  },
  {
    // Stated there as 0.60 together with the control plane.
    item: "eks-extended-support",
    region: "us-west-2",
    url: `${CURRENT}/AmazonEKS/current/us-west-2/index.json`,
    via: OREGON,
    asOf: "2026-10-04",
    prices: { standard: "0.50" },
  },
  {
    item: "eks-cluster",
    region: "eu-west-1",
    url: "https://aws.amazon.com/eks/pricing/",
    via: IRELAND,
    asOf: "2026-09-18",
    prices: { standard: "0.10" },
  },
];
