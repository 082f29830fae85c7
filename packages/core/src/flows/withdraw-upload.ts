import { badInput, TagledgerError } from "../errors.ts";
import type { Upload, UploadRecords } from "../ports/uploads.ts";
import type { UploadRequest } from "./upload-usage.ts";

/**
 * Takes back an upload: months that are divided from then on know nothing of it. What was withdrawn stays so.
 *
 * @throws bad-input where nothing of that name was uploaded
 */
export async function withdrawUpload(
  uploads: UploadRecords,
  { name, by, now, sees = () => true }: Pick<UploadRequest, "name" | "by" | "now" | "sees">,
): Promise<Upload> {
  const upload = await uploads.find(name);
  if (upload === null || !sees(upload))
    throw badInput(`${name}: nothing of that name was uploaded`, { file: name });
  if (upload.withdrawn !== null) return upload;
  if (await uploads.withdraw(upload, by, now)) {
    return { ...upload, revision: upload.revision + 1, withdrawn: { by, at: now } };
  }
  throw new TagledgerError("outside-failure", `${name}: somebody else changes it right now`, { file: name });
}
