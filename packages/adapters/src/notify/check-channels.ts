import type { Config } from "@tagledger/core/config/definition";
import { TagledgerError } from "@tagledger/core/errors";

/** Reads a secret by its name; null where there is none. */
export type Secret = (name: string) => Promise<string | null>;

/** What channels need to be made, and who cannot be reached over them. */
export interface CheckedChannels {
  /** The webhook's address, a secret; null where Slack is not configured. */
  readonly webhook: string | null;
  /** Sentences about addresses to which nothing leads, so that the fallback hears instead, or nobody. */
  readonly unreachable: readonly string[];
}

/**
 * Finds out when a program starts whether its channels can be made, so that it is known before there is something to tell.
 *
 * @throws bad-configuration naming the secret where it is missing, or is not an address
 * @example await checkChannels(config, async (name) => process.env[name] ?? null) // { webhook: "https://…", unreachable: [] }
 */
export async function checkChannels(config: Config, secret: Secret): Promise<CheckedChannels> {
  const { slack } = config.notify;
  const webhook = slack === undefined ? null : await webhookOf(slack.webhook, secret);
  return { webhook, unreachable: unreachableOf(config) };
}

async function webhookOf(reference: string, secret: Secret): Promise<string> {
  const name = reference.replace(/^secret:/, "");
  const webhook = (await secret(name))?.trim() ?? "";
  if (webhook === "") throw wrong(name, "is not set");
  // The value itself is never shown.
  if (!/^https?:$/.test(URL.parse(webhook)?.protocol ?? "")) throw wrong(name, "is not a web address");
  return webhook;
}

function wrong(name: string, what: string): TagledgerError {
  return new TagledgerError(
    "bad-configuration",
    `notify.slack.webhook names the secret ${name}, which ${what}`,
    { secret: name },
  );
}

function unreachableOf({ teams, notify }: Config): readonly string[] {
  const all = Object.entries(teams);
  const lacking = (has: string, needs: string) => (name: string) =>
    `teams.${name}.${has} leads nowhere, as ${needs} is not set`;
  const withSlack = all.filter(([, team]) => team.slack !== undefined).map(([name]) => name);
  const withEmail = all.filter(([, team]) => team.email.length > 0).map(([name]) => name);
  const noMail = notify.email === undefined;
  return [
    ...(notify.slack === undefined ? withSlack.map(lacking("slack", "notify.slack")) : []),
    ...(noMail ? withEmail.map(lacking("email", "notify.email")) : []),
    ...(noMail && notify.fallback !== undefined
      ? ["notify.fallback.email leads nowhere, as notify.email is not set"]
      : []),
  ];
}
