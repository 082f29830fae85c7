/** Who asks, and where. */
export interface Caller {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

const VERSIONS = { cloudformation: "2010-05-15", iam: "2010-05-08", monitoring: "2010-08-01" } as const;

/**
 * Asks a service that speaks AWS's query protocol, for which there is no client here: CloudFormation, IAM, CloudWatch. An emulator reads
 * who asks out of the header, and does not check the signature.
 *
 * @throws Error with what the service said, where it refuses
 */
export async function query(
  { endpoint, region, credentials }: Caller,
  service: keyof typeof VERSIONS,
  action: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const scope = `${credentials.accessKeyId}/20260101/${region}/${service}/aws4_request`;
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ Action: action, Version: VERSIONS[service], ...parameters }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${action}: ${answer.status} ${text}`);
  return text;
}

/** What stands in the elements of a name, in their order. */
export function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "gs"))].map(([, text = ""]) => text.trim());
}
