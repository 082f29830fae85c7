import { isNamed } from "../misses.ts";

/** What SageMaker says of endpoints, their configurations and components, models, and notebook instances. */
const SAID = /^(Could not find|RecordNotFound|Cannot find)\b/;

/**
 * Whether SageMaker says that something is not there. Its older calls have no error for that, but answer as they do to a
 * malformed request: only their words tell.
 *
 * @example isNotFound({ name: "ValidationException", message: 'Could not find endpoint "arn:…"' }) // true
 */
export function isNotFound(error: unknown): boolean {
  if (isNamed(error, ["ResourceNotFound"])) return true;
  return error instanceof Error && isNamed(error, ["ValidationException"]) && SAID.test(error.message);
}
