import { TagledgerError } from "@tagledger/core/errors";

/** Says of an error of CloudWatch what was asked for, and what would help. */
export function explainCloudwatch(error: unknown, asked: string): TagledgerError {
  if (error instanceof TagledgerError) return error;
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const isDenied =
    error instanceof Error && /AccessDenied|UnrecognizedClient|InvalidClientTokenId/.test(error.name);
  const hint = isDenied ? "; it takes cloudwatch:ListMetrics and cloudwatch:GetMetricData" : "";
  const message = `cloudwatch ${asked}: CloudWatch does not tell (${said})${hint}`;
  return new TagledgerError("outside-failure", message, {}, { cause: error });
}
