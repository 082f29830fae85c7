/** What a deployment gives the functions of an account. */
export interface Given {
  readonly account: string;
  readonly region: string;
  readonly table: string;
  readonly bus: string;
  readonly bucket: string;
  readonly webhook: string;
  /** The disk of functions. */
  readonly disk: string;
}

/** Where a service is reached. */
export interface Endpoints {
  readonly cloud: string;
  readonly store: string;
  readonly kinesis: string;
  readonly prices: string;
}

/** By the name of a value, what it is here. */
const VALUES: Readonly<Record<string, (given: Given) => string>> = {
  AWS_ACCOUNT: ({ account }) => account,
  TAGLEDGER_TABLE: ({ table }) => table,
  TAGLEDGER_BUS: ({ bus }) => bus,
  TAGLEDGER_CONFIG: ({ bucket }) => `s3://${bucket}/tagledger.yaml`,
  TAGLEDGER_CELLS: ({ bucket }) => `s3://${bucket}/cells`,
  TAGLEDGER_CONFIGURATION_SET: ({ bucket }) => bucket,
  TAGLEDGER_PLACES: ({ account, region }) => `${account}:${region}`,
  TAGLEDGER_PAGE: () => "https://costs.example.com/",
  SLACK_WEBHOOK: ({ webhook }) => webhook,
};
/** What stays as the deployment has it, by its name. */
const AS_IT_IS = /^(NODE_OPTIONS$|POWERTOOLS_|SST_)/;

/**
 * The environment of a function here, from the names of what the deployment gives it.
 *
 * @throws Error naming a value that nobody knows here
 */
export function environmentHere(
  deployed: Readonly<Record<string, string>>,
  given: Given,
  { cloud, store, kinesis, prices }: Endpoints,
): Record<string, string> {
  const values = Object.entries(deployed).map(([name, value]): [string, string] => {
    const here = VALUES[name];
    if (here !== undefined) return [name, here(given)];
    if (AS_IT_IS.test(name)) return [name, value];
    throw new Error(`what ${name} is here must be said in ${import.meta.filename}`);
  });
  return {
    ...Object.fromEntries(values),
    TMPDIR: given.disk,
    AWS_ENDPOINT_URL: cloud,
    AWS_ENDPOINT_URL_DYNAMODB: store,
    AWS_ENDPOINT_URL_KINESIS: kinesis,
    AWS_ENDPOINT_URL_PRICING: prices,
  };
}
