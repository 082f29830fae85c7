import { Logger } from "@aws-lambda-powertools/logger";
import type { Reach } from "@tagledger/adapters/aws/inventory/look";
import { notifierOverAws } from "@tagledger/adapters/notify/over-aws";
import type { Config } from "@tagledger/core/config/definition";
import type { Configurations, Notifier } from "@tagledger/core/ports";
import type { Environment } from "../environment.ts";

/** How people are told, as the configuration in force says. */
export function liveNotifier(
  { account, region }: Environment,
  { clientsFor }: Reach,
  configurations: Configurations,
): Notifier {
  const logger = new Logger({ serviceName: "on-due" });
  // The error itself may hold more than its words, and those show no secret.
  const onFailure = (channel: string, error: unknown) =>
    logger.warn("a channel did not take a message", {
      channel,
      reason: error instanceof Error ? error.message : String(error),
    });
  let made: { readonly config: Config; readonly notifier: Notifier } | null = null;

  return {
    async send(message) {
      const { config } = await configurations.current();
      const mail = clientsFor(account, region);
      // Into our own account there always is a way.
      if (mail === null) return { via: [], refusedBy: [] };
      if (made?.config !== config) {
        const secret = async (name: string) => process.env[name] ?? null;
        made = { config, notifier: await notifierOverAws(config, { mail, clientsFor, secret, onFailure }) };
      }
      return made.notifier.send(message);
    },
  };
}
