import { environment, systemIn } from "./live.ts";
import { once } from "./once.ts";
import type { MailingSystem } from "./system.ts";

/** What mails months. */
export const liveMailing = once(async (): Promise<MailingSystem> => {
  const given = await environment();
  return {
    ...systemIn(given),
    mailing: once(async () => (await import("./live/mailing.ts")).liveMailing(given)),
  };
});
