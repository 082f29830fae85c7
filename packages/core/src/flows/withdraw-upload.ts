import { badInput, TagledgerError } from "../errors.ts";
import type { Upload, UploadRecords } from "../ports/uploads.ts";
import type { UploadRequest } from "./upload-usage.ts";

/**
 * Takes back an upload: months that are divided from then on know nothing of it. What was withdrawn stays so.
 *
 * @throws bad-input where nothing of that name was uploaded
 * @throws outside-failure where somebody else changes it at the same time, other than by withdrawing it
 */
export async function withdrawUpload(
  uploads: UploadRecords,
  asked: Pick<UploadRequest, "name" | "by" | "now" | "sees">,
): Promise<Upload> {
  const { name, by, now } = asked;
  const upload = await findSeen(uploads, asked);
  if (upload.withdrawn !== null) return upload;
  if (await uploads.withdraw(upload, by, now)) {
    return { ...upload, revision: upload.revision + 1, withdrawn: { by, at: now } };
  }
  // A double click withdraws twice at once.
  const found = await findSeen(uploads, asked);
  if (found.withdrawn !== null) return found;
  throw new TagledgerError("outside-failure", `${name}: somebody else changes it right now`, { file: name });
}

async function findSeen(
  uploads: UploadRecords,
  { name, sees = () => true }: Pick<UploadRequest, "name" | "sees">,
): Promise<Upload> {
  const upload = await uploads.find(name);
  if (upload !== null && sees(upload)) return upload;
  throw badInput(`${name}: nothing of that name was uploaded`, { file: name });
}
