import { uploadUsage } from "@tagledger/core/flows/upload-usage";
import { isoTime } from "@tagledger/core/ledger/view/resource";
import type { PastUpload, Upload } from "@tagledger/core/ports/uploads";
import { jsonContent } from "../http/outgoing.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";
import { textBody, uploaded, uploadQuery } from "../schemas/usage.ts";

/** Takes in usage, whole or not at all. */
export const usageRoute = route({
  method: "POST",
  path: "/api/v1/usage",
  operation: "uploadUsage",
  summary: "Hand in usage, which is read whenever a month is divided from then on",
  scope: "upload",
  parameters: NOTHING,
  query: uploadQuery,
  body: textBody,
  bodyFormats: {
    "text/csv":
      "start,end,pool,team,metric,quantity and, where known, project, workload, environment, experiment",
    "application/json": "A list of rows of the same members",
  },
  response: uploaded,
  status: 201,
  async handle({ query: { name }, body: { text }, viewer }, system) {
    const [ports, { config }] = [await system.uploads(), await system.inForce()];
    const request = { name, text, by: viewer.name, now: system.now() };
    const { upload, outcome } = await uploadUsage({ ...ports, hash: system.hash }, config, request);
    return { kind: "done", status: 201, content: jsonContent({ outcome, ...uploadView(upload) }) };
  },
});

function uploadView({ name, periods, withdrawn, replaced, ...upload }: Upload) {
  return {
    name,
    ...pastView(upload),
    periods,
    withdrawn: withdrawn && { by: withdrawn.by, at: isoTime(withdrawn.at) },
    replaced: replaced.map(pastView),
  };
}

function pastView({ hash, by, at, rows }: PastUpload) {
  return { hash, by, at: isoTime(at), rows };
}
