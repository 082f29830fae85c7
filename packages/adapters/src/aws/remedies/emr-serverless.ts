import {
  type Application,
  EMRServerlessClient,
  GetApplicationCommand,
  type JobRunState,
  ListJobRunsCommand,
  StartApplicationCommand,
  StopApplicationCommand,
} from "@aws-sdk/client-emr-serverless";
import { bySettings } from "./by-settings.ts";
import type { TypeRemedies } from "./remedy.ts";
import { onOff } from "./setting.ts";
import { unlessGone } from "./unless-gone.ts";

const UNFINISHED: JobRunState[] = ["SUBMITTED", "PENDING", "SCHEDULED", "QUEUED", "RUNNING", "CANCELLING"];
const STARTED: readonly (string | undefined)[] = ["STARTING", "STARTED"];
const GONE = ["ResourceNotFoundException"];

/** Applications of EMR Serverless. */
export const emrServerless: TypeRemedies = bySettings<Application>(
  {
    async find(clients, { id: applicationId }) {
      const asked = clients.of(EMRServerlessClient).send(new GetApplicationCommand({ applicationId }));
      const application = (await unlessGone(asked, GONE))?.application ?? null;
      return application?.state === "TERMINATED" ? null : application;
    },
    state: ({ state }) => state,
    async conditions({ applicationId }, clients) {
      const asked = { applicationId, states: UNFINISHED, maxResults: 1 };
      const { jobRuns = [] } = await clients.of(EMRServerlessClient).send(new ListJobRunsCommand(asked));
      return { "jobs-running": jobRuns.length > 0 };
    },
  },
  {
    "emr-serverless:stop-application": onOff("running", {
      isOn: ({ state }) => STARTED.includes(state),
      turnOn: (clients, { id: applicationId }) =>
        clients.of(EMRServerlessClient).send(new StartApplicationCommand({ applicationId })),
      turnOff: (clients, { id: applicationId }) =>
        clients.of(EMRServerlessClient).send(new StopApplicationCommand({ applicationId })),
    }),
  },
);
