import { badInput, TagledgerError } from "@tagledger/core/errors";

/** The HTTP status that S3 answered with; undefined where it did not answer. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("$metadata" in error)) return undefined;
  return (error.$metadata as { readonly httpStatusCode?: number }).httpStatusCode;
}

/** Says of an error of S3 what is wrong with the place, and what would help. */
export function explainS3(error: unknown, place: string): TagledgerError {
  if (error instanceof TagledgerError) return error;
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const fields = { file: place };
  if (error instanceof Error && error.name === "NoSuchBucket") {
    return badInput(`${place}: there is no such bucket`, fields, error);
  }
  const status = statusOf(error);
  const message =
    status === 412 || status === 409
      ? `${place}: the object was replaced while it was read`
      : status === 404
        ? `${place}: the object was removed while it was read`
        : status === 401 || status === 403
          ? `${place}: S3 refuses it (${said}); it takes s3:ListBucket on the bucket, s3:GetObject on what is in it, ` +
            "and kms:Decrypt where it is encrypted under a key"
          : `${place}: S3 cannot be reached (${said})`;
  return new TagledgerError("outside-failure", message, fields, { cause: error });
}
