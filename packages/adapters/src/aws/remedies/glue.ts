import {
  type Crawler,
  GetCrawlerCommand,
  GlueClient,
  StartCrawlerCommand,
  StartCrawlerScheduleCommand,
  StopCrawlerCommand,
  StopCrawlerScheduleCommand,
} from "@aws-sdk/client-glue";
import { bySettings } from "./by-settings.ts";
import type { TypeRemedies } from "./remedy.ts";
import { onOff } from "./setting.ts";
import { unlessGone } from "./unless-gone.ts";

/** Crawlers of Glue. */
export const crawler: TypeRemedies = bySettings<Crawler>(
  {
    async find(clients, { id }) {
      const asked = clients.of(GlueClient).send(new GetCrawlerCommand({ Name: id }));
      return (await unlessGone(asked, ["EntityNotFoundException"]))?.Crawler ?? null;
    },
    state: ({ State }) => State,
  },
  {
    "glue:stop-crawler-schedule": onOff("scheduled", {
      isOn: isScheduled,
      turnOn: (clients, { id }) =>
        clients.of(GlueClient).send(new StartCrawlerScheduleCommand({ CrawlerName: id })),
      turnOff: (clients, { id }) =>
        clients.of(GlueClient).send(new StopCrawlerScheduleCommand({ CrawlerName: id })),
    }),
    "glue:stop-crawler": onOff("running", {
      isOn: ({ State }) => State === "RUNNING",
      turnOn: (clients, { id }) => clients.of(GlueClient).send(new StartCrawlerCommand({ Name: id })),
      turnOff: (clients, { id }) => clients.of(GlueClient).send(new StopCrawlerCommand({ Name: id })),
    }),
  },
);

/** Null of a crawler without a schedule, and while its schedule changes, as Glue does not say to what. */
function isScheduled({ Schedule }: Crawler): boolean | null {
  if (!Schedule?.ScheduleExpression || Schedule.State === "TRANSITIONING") return null;
  return Schedule.State === "SCHEDULED";
}
