import { ACCOUNTS, type Account } from "./accounts.ts";

/** One team that spends. */
export interface Team {
  readonly name: string;
  /** What some people write instead of the name. */
  readonly alias: string;
  /** What the names of its roles begin with. */
  readonly prefix: string;
  readonly costCenter: string;
  readonly projects: readonly [string, string, string];
  readonly engineers: readonly string[];
  /** How many of a hundred of its resources are tagged as the schema asks. */
  readonly tidiness: number;
  /** Where its SageMaker jobs and endpoints run. */
  readonly training: Account;
  readonly serving: Account;
}

const shared = { training: ACCOUNTS.training, serving: ACCOUNTS.production };

/** The teams; document-ai came with an account of its own. */
export const TEAMS = {
  fraud: {
    name: "fraud-detection",
    alias: "fraud",
    prefix: "fraud",
    costCenter: "CC-1001",
    projects: ["card-screening", "account-takeover", "graph-signals"],
    engineers: ["mira.lindqvist", "tomas.okafor"],
    tidiness: 86,
    ...shared,
  },
  personalization: {
    name: "personalization",
    alias: "perso",
    prefix: "personalization",
    costCenter: "CC-1002",
    projects: ["home-ranking", "search-ranking", "email-recommendations"],
    engineers: ["ines.duarte", "koji.hayward", "lena.brandt"],
    tidiness: 82,
    ...shared,
  },
  forecasting: {
    name: "demand-forecasting",
    alias: "forecasting",
    prefix: "forecast",
    costCenter: "CC-1003",
    projects: ["store-demand", "promo-uplift", "price-elasticity"],
    engineers: ["samir.vance", "olga.petrie"],
    tidiness: 68,
    ...shared,
  },
  documents: {
    name: "document-ai",
    alias: "docai",
    prefix: "document",
    costCenter: "CC-1004",
    projects: ["invoice-extraction", "contract-review", "support-summaries"],
    engineers: ["nadia.ferro", "arjun.whitlock"],
    tidiness: 74,
    training: ACCOUNTS.documents,
    serving: ACCOUNTS.documents,
  },
  platform: {
    name: "ml-platform",
    alias: "mlp",
    prefix: "platform",
    costCenter: "CC-1005",
    projects: ["feature-store", "training-platform", "observability"],
    engineers: ["ruth.calloway", "emil.sorensen"],
    tidiness: 94,
    ...shared,
  },
} satisfies Record<string, Team>;

/** The session with which an engineer of the team, or its pipeline, works in an account. */
export function session(account: Account, team: Team, who: string): string {
  const role = who === "pipeline" ? `${team.prefix}-pipeline` : `${team.prefix}-engineer`;
  const name = who === "pipeline" ? "GitHubActions" : `${who}@quillmart.example`;
  return `arn:aws:sts::${account.id}:assumed-role/${role}/${name}`;
}
