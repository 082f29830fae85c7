import { environment, systemIn } from "./live.ts";
import { once } from "./once.ts";
import type { MailingSystem } from "./system.ts";

/** What only the function of mail is told by its environment. */
async function mailEnvironment() {
  const { readMailEnvironment } = await import("./mail-environment.ts");
  return readMailEnvironment(process.env);
}

/** What mails months. Where the configuration does not say where the page is, mails lead to the one that is deployed. */
export const liveMailing = once(async (): Promise<MailingSystem> => {
  const { together } = await import("./together.ts");
  const [given, mail] = await together(environment(), mailEnvironment());
  const system = systemIn(given);
  return {
    ...system,
    async inForce() {
      const inForce = await system.inForce();
      const { reports, ...config } = inForce.config;
      const url = reports.url ?? mail.page ?? undefined;
      return { ...inForce, config: { ...config, reports: { ...reports, url } } };
    },
    mailing: once(async () => (await import("./live/mailing.ts")).liveMailing({ ...given, ...mail })),
  };
});
