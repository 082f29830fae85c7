import { namesOf } from "@tagledger/core/policy/stack-set/site";
import { checkOwnTags } from "./own-tags.ts";
import { readSettings } from "./settings.ts";
import { checkSizes } from "./sizes.ts";
import type { Told } from "./told.ts";

/**
 * Reads what this deployment is told.
 *
 * @throws bad-input or bad-configuration where it cannot go on
 */
export async function readTold(): Promise<Told> {
  const [{ accountId: account }, { region }] = await Promise.all([aws.getCallerIdentity(), aws.getRegion()]);
  const { stage } = $app;
  const home = { account, region };
  const settings = readSettings(stage, process.env, home);
  checkOwnTags(process.env.TAGLEDGER_TAGS, settings.config, Date.now());
  const names = namesOf({ stage, home, places: settings.places });
  const told = { ...settings, isKept: $app.protect === true, home, names };
  checkSizes(told);
  return told;
}
