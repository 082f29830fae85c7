/** What an ARN says that a resource is. */
export type ArnFacts = { readonly type: string; readonly id: string };

/** Services that leave the type out of the ARNs of their main resource. */
const UNTYPED: Readonly<Record<string, string>> = { s3: "bucket", sns: "topic", sqs: "queue" };

/** Types that go by another name in ARNs. */
const RENAMED: Readonly<Record<string, string>> = {
  "apigateway:restapis": "apigateway:restapi",
  "emr-serverless:applications": "emr-serverless:application",
};

/** Whether a text is an ARN rather than a name. */
export function isArn(text: string): boolean {
  return text.startsWith("arn:");
}

/**
 * What an ARN says about its resource.
 *
 * @example arnFacts("arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1") // { type: "ec2:vpc", id: "vpc-1" }
 */
export function arnFacts(arn: string): ArnFacts {
  const [, , service = "", , , ...rest] = arn.split(":");
  const resource = rest.join(":").replace(/^\//, "");
  const end = resource.search(/[:/]/);
  const untyped = UNTYPED[service];
  if (untyped !== undefined && end < 0) return { type: `${service}:${untyped}`, id: arnEnd(arn) };
  const named = `${service}:${end < 0 ? resource : resource.slice(0, end)}`;
  const classic = named === "elasticloadbalancing:loadbalancer" && !/\/(app|net|gwy)\//.test(resource);
  const type = classic ? "elasticloadbalancing:classic-loadbalancer" : (RENAMED[named] ?? named);
  return { type, id: arnEnd(arn) };
}

/**
 * The end of an ARN that names the resource: what follows the colon after its type, else the last part of its path.
 *
 * @example arnEnd("arn:aws:iam::111122223333:role/service-role/trainer") // "trainer"
 */
export function arnEnd(arn: string): string {
  let start = 0;
  for (let colons = 0; colons < 5; colons++) {
    const colon = arn.indexOf(":", start);
    if (colon < 0) return arn;
    start = colon + 1;
  }
  const resource = arn.slice(start);
  const colon = resource.indexOf(":");
  const slash = resource.indexOf("/");
  const typed = colon > 0 && (slash < 0 || colon < slash);
  const end = typed
    ? resource.slice(colon + 1).replace(/:\*$/, "")
    : resource.slice(resource.lastIndexOf("/") + 1);
  // What ends in nothing is no ARN, and at least some name.
  return end === "" ? arn : end;
}
