import type { Random } from "../random.ts";
import { HEX } from "../random.ts";
import { ACCOUNTS, type Account } from "./accounts.ts";
import { cleanTags, type Tags } from "./tags.ts";
import { TEAMS } from "./teams.ts";

/** The models that are called: two of Amazon's own, two sold through the Marketplace. */
export type Model = "claude-sonnet" | "claude-haiku" | "nova-pro" | "titan-embed";

/** Somebody or something that calls models, and how much in the busiest hour. */
export interface Caller {
  /** The session as the bill and the audit log record it. */
  readonly principal: string;
  readonly account: Account;
  readonly model: Model;
  /** Thousands of tokens read and written in the busiest hour. */
  readonly input: number;
  readonly output: number;
  readonly hours: "always" | "workdays";
  /** The application inference profile it calls through, and that profile's tags. */
  readonly profile?: { readonly arn: string; readonly tags: Tags };
}

/** Who calls models. */
export function createCallers(random: Random): Caller[] {
  const { production, documents, development, training } = ACCOUNTS;
  const pod = () => `${random.text(8, HEX)}-${random.text(5, HEX)}`;
  const role = (account: Account, name: string, as: string) =>
    `arn:aws:sts::${account.id}:assumed-role/${name}/${as}`;
  const person = (as: string) =>
    role(development, "AWSReservedSSO_MlEngineer_5f2c9a1b7e3d4068", `${as}@quillmart.example`);
  const caller = (
    account: Account,
    principal: string,
    model: Model,
    input: number,
    output: number,
    hours: Caller["hours"] = "always",
  ): Caller => ({ account, principal, model, input, output, hours });

  const extractor = role(documents, "document-extraction", `eks-invoices-${pod()}`);
  const reviewer = role(documents, "document-review", "contract-review-batch");
  const assistant = role(production, "personalization-assistant", `eks-assistant-${pod()}`);
  const explainer = role(production, "fraud-explainer", "alert-explainer");
  const narrator = role(production, "forecast-narrator", `weekly-narrative-${random.text(4, HEX)}`);
  const profile = {
    arn: `arn:aws:bedrock:us-east-1:${documents.id}:application-inference-profile/${random.text(12, HEX)}`,
    tags: cleanTags({
      team: TEAMS.documents,
      project: "support-summaries",
      workload: "inference",
      environment: "prod",
    }),
  };
  return [
    caller(documents, extractor, "claude-sonnet", 9500, 1500),
    { ...caller(documents, extractor, "claude-haiku", 16000, 3000), profile },
    caller(documents, extractor, "titan-embed", 60000, 0),
    caller(documents, reviewer, "claude-sonnet", 5600, 900, "workdays"),
    caller(production, assistant, "claude-haiku", 24000, 5200),
    caller(production, assistant, "nova-pro", 12000, 2000),
    caller(production, assistant, "titan-embed", 90000, 0),
    caller(production, explainer, "claude-haiku", 9000, 1800),
    caller(production, narrator, "nova-pro", 4000, 1500, "workdays"),
    caller(training, role(training, "platform-evals", "nightly-evals"), "claude-sonnet", 1500, 300),
    // People at work, with a role that says nothing of their team.
    ...["mira.lindqvist", "koji.hayward", "samir.vance"].map((name) =>
      caller(
        development,
        person(name),
        "claude-sonnet",
        random.integer(300, 700),
        random.integer(60, 160),
        "workdays",
      ),
    ),
    caller(
      production,
      role(production, "AWSReservedSSO_PowerUser_0c7e1d2a9b8f4356", "emil.sorensen@quillmart.example"),
      "claude-sonnet",
      900,
      140,
      "workdays",
    ),
  ];
}
