import type { Config } from "@tagledger/core/config/definition";
import { componentOf } from "./function.ts";

/**
 * The secrets that a configuration names, by the names under which a function reads them; `sst secret set` knows them by a
 * name of its own, for it takes letters and digits only.
 *
 * @example secretsOf(config) // { SLACK_WEBHOOK: … }, set with `sst secret set SlackWebhook https://…`
 */
export function secretsOf({ notify }: Config): Record<string, $util.Output<string>> {
  return notify.slack === undefined ? {} : secrets([notify.slack.webhook]);
}

/** The secrets with which usage is asked for, by the names under which a function reads them. */
export function usageSecretsOf({ usage }: Config): Record<string, $util.Output<string>> {
  return secrets(
    usage.flatMap((source) => ("token" in source && source.token !== undefined ? [source.token] : [])),
  );
}

function secrets(named: readonly string[]): Record<string, $util.Output<string>> {
  const names = [...new Set(named.map((text) => text.replace(/^secret:/, "")))];
  return Object.fromEntries(names.map((name) => [name, secret(name).value]));
}

const MADE = new Map<string, sst.Secret>();

/** One secret may be asked for twice, and is made once. */
function secret(name: string): sst.Secret {
  const known = componentOf(name.toLowerCase().replaceAll("_", "-"));
  const made = MADE.get(known) ?? new sst.Secret(known);
  MADE.set(known, made);
  return made;
}
