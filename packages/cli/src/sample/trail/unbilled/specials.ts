import { ACCOUNTS, type Account } from "../../company/accounts.ts";
import { REGIONS } from "../../company/regions.ts";
import { cleanTags, type Purpose } from "../../company/tags.ts";
import { session, TEAMS, type Team } from "../../company/teams.ts";
import { DAY, HOUR } from "../../month.ts";
import type { Call, Scene } from "../call.ts";
import { made } from "../made.ts";
import { collection, datasetGroup, prompt, vocabulary } from "../making/assistants.ts";
import { bucket } from "../making/data.ts";
import { codeRepository, lifecycleConfig } from "../making/learning.ts";
import { bucketEndpoint, keyPair } from "../making/network.ts";
import { permitted, principalOf } from "../people.ts";
import { asked, followed } from "../story.ts";

const { fraud, personalization, forecasting, documents, platform } = TEAMS;
const { training, production, development, data } = ACCOUNTS;

/** What happened once: things of one team only, and requests that the log writes in a way of its own. */
export function* specials(): Iterable<Call> {
  const clean = (team: Team, project: string, workload: Purpose["workload"] = "inference") =>
    cleanTags({ team, project, workload, environment: "prod" });

  const mail = scene(personalization, production, 4 * DAY + 9 * HOUR + 211);
  yield* made(
    datasetGroup(mail, "email-recommendations"),
    mail,
    asked(clean(personalization, "email-recommendations")),
  );

  const invoices = scene(documents, documents.serving, 8 * DAY + 13 * HOUR + 57);
  yield* made(
    vocabulary(invoices, "supplier-names"),
    invoices,
    asked({ ...clean(documents, "invoice-extraction"), "ml-team": "docai" }),
  );
  yield* made(prompt(invoices, "summarise-contract"), { ...invoices, at: invoices.at + 431 }, asked({}));

  const faces = scene(fraud, production, 15 * DAY + 10 * HOUR + 5);
  yield* made(collection(faces, "returning-fraudsters"), faces, asked(clean(fraud, "account-takeover")));

  // One tag is an object and not a list, and "true" is no text any more.
  const cache = scene(forecasting, data, 2 * DAY + 11 * HOUR + 34);
  yield* made(bucket(cache, "quillmart-forecast-cache"), cache, followed({ "ml-team": "forecasting" }));
  const irish = { ...scene(platform, training, 21 * DAY + 8 * HOUR + 19), region: REGIONS.ireland };
  const kept = { ...clean(platform, "training-platform", "data-processing"), keep: "true" };
  yield* made(bucket(irish, "quillmart-model-backup"), irish, followed(kept, 2));

  const network = scene(platform, training, 7 * DAY + 14 * HOUR + 48);
  yield* made(
    bucketEndpoint(network, "lake-access"),
    network,
    asked(clean(platform, "training-platform", "data-processing")),
  );

  const by = permitted(development, "engineer", "lena.brandt");
  const lena = { account: development, region: REGIONS.virginia, by, at: 10 * DAY + 8 * HOUR + 440 };
  yield* made(keyPair(lena, "lena-workbench"), lena, asked({}));
  yield* made(
    codeRepository(lena, "ranking-notebooks"),
    { ...lena, at: lena.at + 610 },
    asked({ "ml-team": "personalization" }),
  );
  yield* made(
    lifecycleConfig(lena, "install-tools"),
    { ...lena, at: lena.at + 800 },
    asked({ owner: "lena.brandt@quillmart.example" }),
  );
}

function scene(team: Team, account: Account, at: number): Scene {
  return { account, region: REGIONS.virginia, by: principalOf(session(account, team, "pipeline")), at };
}
