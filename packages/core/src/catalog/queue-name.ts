import { type Path, type PathFunction, textReader } from "./path.ts";

/**
 * The name of the queue whose URL is at a path.
 *
 * @example queueName("response.queueUrl")(view) // "jobs" of "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs"
 */
export function queueName(path: Path): PathFunction {
  const read = textReader(path);
  return (view) => {
    const url = read(view);
    return url === null ? null : url.slice(url.lastIndexOf("/") + 1) || null;
  };
}
