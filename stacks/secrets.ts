import type { Config } from "@tagledger/core/config/definition";
import { componentOf } from "./function.ts";

/**
 * The secrets that a configuration names, by the names under which a function reads them; `sst secret set` knows them by a
 * name of its own, for it takes letters and digits only.
 *
 * @example secretsOf(config) // { SLACK_WEBHOOK: … }, set with `sst secret set SlackWebhook https://…`
 */
export function secretsOf({ notify }: Config): Record<string, $util.Output<string>> {
  if (notify.slack === undefined) return {};
  const name = notify.slack.webhook.replace(/^secret:/, "");
  const known = componentOf(name.toLowerCase().replaceAll("_", "-"));
  return { [name]: new sst.Secret(known).value };
}
