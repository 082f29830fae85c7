import { MONTH } from "./month.ts";

/** The README that explains the sample to whoever opens its folder. */
export function createReadme({
  lines,
  before,
  events,
}: {
  readonly lines: number;
  readonly before: number;
  readonly events: number;
}): string {
  return `# Quillmart, a sample company

One month (${MONTH.period}) of a company that does not exist: five machine-learning teams, six accounts and a web shop's
account that is not theirs. Accounts, names, prices and people are invented; the shapes are those of real bills and
logs.

| File | What |
|---|---|
| \`bill/\` | an AWS Data Export (CUR 2.0, Parquet with its manifest) of ${lines} lines, as it is delivered to S3 |
| \`usage.csv\` | who used how much of what the teams share: GPU hours, cores, bytes in the lake, reads and writes |
| \`before/\` | bill and usage of the month before, ${before} lines, to hold the month against |
| \`trail/\` | the month's AWS CloudTrail log of ${events} records, as it is delivered to S3: who made and tagged what is billed |
| \`tagledger.yaml\` | the company's rules: teams, tags, what follows what, and how shared costs are divided |
| \`sample.json\` | how this folder was made; with it, \`tagledger sample\` may replace these files |

## Worth trying

From the repository, with this folder's path for DIR; the configuration knows where its bill and its usage are:

\`\`\`sh
npx tagledger report --config DIR/tagledger.yaml
npx tagledger report --config DIR/tagledger.yaml --group-by team,project --format csv
npx tagledger report --config DIR/tagledger.yaml --group-by experiment --where team=document-ai
npx tagledger check --config DIR/tagledger.yaml --bill DIR/bill
npx tagledger audit DIR/trail --config DIR/tagledger.yaml
npx tagledger audit DIR/trail --config DIR/tagledger.yaml --assume-complete
\`\`\`

- Change \`idle: separate\` to \`share\` in \`tagledger.yaml\`: the idle GPUs go to the teams that use the cluster.
- Change \`allocation\` to \`direct\`: the feature store no longer pays for its own use of the cluster and the lake.
- Take \`accounts\` out of the team \`document-ai\`: what nobody tagged in its account shows as unallocated.
- Add \`vision\` to the aliases of \`document-ai\`: a reason disappears from the unallocated part, and the total stays.
- Take away the first exemption: the nodes of the clusters, which no team tags, are no longer left alone.
`;
}
