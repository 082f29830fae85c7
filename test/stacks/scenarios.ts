import type { Graph } from "./graph/types.ts";
import { evaluateGraph, type GraphOptions } from "./graph.ts";

const TAGS = "ml-team=ml-platform, ml-environment=prod";
const configured = (name: string) => ({
  TAGLEDGER_CONFIG_FILE: `test/stacks/configurations/${name}.yaml`,
  TAGLEDGER_TAGS: TAGS,
});

/** What of a company is looked after, besides its own account and region. */
const WIDELY = {
  TAGLEDGER_PLACES:
    "111122223333:eu-central-1,111122223333:us-east-1,222233334444:eu-central-1,333344445555:us-east-1",
  TAGLEDGER_EXTERNAL_ID: "tagledger-4f1c9a",
  TAGLEDGER_EXPLORER_VIEW:
    "arn:aws:resource-explorer-2:eu-central-1:111122223333:view/all/8f1d3c3a-0000-4000-8000-000000000000",
  TAGLEDGER_ALARM_EMAIL: "ml-platform@example.com",
};
/** The page under a name of its own, whose issuer gives tokens elsewhere. */
const NAMED = {
  TAGLEDGER_PAGE_DOMAIN: "costs.example.com",
  TAGLEDGER_PAGE_CERTIFICATE: "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d",
  TAGLEDGER_TOKEN_ORIGIN: "https://oauth2.example.com",
};
const secrets = { SlackWebhook: "https://hooks.example.com/services/T0/B0/x" };

/** Deployments that differ in all that stacks ask for. */
export const SCENARIOS: Readonly<Record<string, GraphOptions>> = {
  "one account, observing": { stage: "dev", env: configured("observing") },
  "one account, acting": {
    stage: "production",
    env: { ...configured("acting"), TAGLEDGER_MAIL_IDENTITY: "example.com" },
    secrets,
  },
  "many accounts, observing": { stage: "production", env: { ...configured("observing"), ...WIDELY } },
  "many accounts, acting": {
    stage: "dev",
    env: { ...configured("acting"), ...WIDELY, ...NAMED },
    secrets,
  },
};

const made = new Map<string, Promise<Graph>>();

/** The graph of a scenario, evaluated once. */
export function graphOf(scenario: string): Promise<Graph> {
  const known = made.get(scenario);
  if (known !== undefined) return known;
  const options = SCENARIOS[scenario];
  if (options === undefined) throw new Error(`there is no scenario ${scenario}`);
  const making = evaluateGraph(options);
  made.set(scenario, making);
  return making;
}
