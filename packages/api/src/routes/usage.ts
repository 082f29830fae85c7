import { seesUpload } from "@tagledger/core/access/sees-upload";
import { uploadUsage } from "@tagledger/core/flows/upload-usage";
import { withdrawUpload } from "@tagledger/core/flows/withdraw-upload";
import { isoTime } from "@tagledger/core/ledger/view/resource";
import type { PastUpload, Upload } from "@tagledger/core/ports/uploads";
import { jsonContent } from "../http/outgoing.ts";
import { ABSENT, found } from "../outcome.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";
import { textBody, upload, uploaded, uploadQuery, uploads, withdrawing } from "../schemas/usage.ts";
import { seesTeam } from "../seen.ts";

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
    const sees = (upload: Upload) => seesUpload(viewer, upload);
    // Of pools only those are told who see all.
    const isTold = (known: string) => seesTeam(viewer, known);
    const request = { name, text, by: viewer.name, now: system.now(), sees, isTold };
    const { upload, outcome } = await uploadUsage({ ...ports, hash: system.hash }, config, request);
    return { kind: "done", status: 201, content: jsonContent({ outcome, ...uploadView(upload) }) };
  },
});

/** What was handed in, as far as it is their own. */
export const uploadsRoute = route({
  method: "GET",
  path: "/api/v1/usage",
  operation: "listUploads",
  summary: "What you handed in, or what tells only of your teams, also what was withdrawn",
  scope: "upload",
  parameters: NOTHING,
  query: NOTHING,
  body: null,
  response: uploads,
  async handle({ viewer }, system) {
    const all = await (await system.uploads()).uploads.list();
    const own = all.filter((upload) => seesUpload(viewer, upload));
    return found(null, () => ({ items: own.map(uploadView) }));
  },
});

/** Takes an upload back: months that are divided from then on know nothing of it. */
export const withdrawalRoute = route({
  method: "POST",
  path: "/api/v1/usage/withdrawal",
  operation: "withdrawUpload",
  summary: "Take back what you handed in, or what tells only of your teams; what was withdrawn stays so",
  scope: "upload",
  parameters: NOTHING,
  query: NOTHING,
  body: withdrawing,
  response: upload,
  async handle({ body: { name }, viewer }, system) {
    const { uploads: records } = await system.uploads();
    const before = await records.find(name);
    if (before === null || !seesUpload(viewer, before)) return ABSENT;
    const withdrawn = await withdrawUpload(records, { name, by: viewer.name, now: system.now() });
    return { kind: "done", status: 200, content: jsonContent(uploadView(withdrawn)) };
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
