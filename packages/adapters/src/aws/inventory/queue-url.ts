/**
 * The URL of a queue, of which only the path counts.
 *
 * @example queueUrl("arn:aws:sqs:eu-central-1:111122223333:jobs") // "https://sqs.eu-central-1.amazonaws.com/111122223333/jobs"
 */
export function queueUrl(arn: string): string {
  const [, , , region = "", account = "", name = ""] = arn.split(":");
  return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
}
