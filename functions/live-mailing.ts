import { environment, systemIn } from "./live.ts";
import { once } from "./once.ts";
import type { MailingSystem } from "./system.ts";

/** What only the function of mail is told by its environment. */
async function mailEnvironment() {
  const { readMailEnvironment } = await import("./mail-environment.ts");
  return readMailEnvironment(process.env);
}

/** What mails months. */
export const liveMailing = once(async (): Promise<MailingSystem> => {
  const { together } = await import("./together.ts");
  const [given, { configurationSet }] = await together(environment(), mailEnvironment());
  return {
    ...systemIn(given),
    mailing: once(async () =>
      (await import("./live/mailing.ts")).liveMailing({ ...given, configurationSet }),
    ),
  };
});
