/**
 * The text of a first `tagledger.yaml`: every key, live at its safe default or as an example to uncomment.
 *
 * @example loadConfig(starter(), "tagledger.yaml").warnings // []
 */
export function starter(): string {
  return STARTER;
}

const STARTER = `# yaml-language-server: $schema=./tagledger.schema.json

# Everything that Tagledger does is decided in this file. As it stands it is safe: it watches, and changes nothing.
#
# Comments like this one explain. A # with no space after it, or with several, switches a line off:
# take that one # away to use the line. "tagledger check" says whether the file holds together.

version: 1

# What spend is broken down by, and the tag keys that say so. Of several keys the first that is not empty decides.
dimensions:
  team: [ml-team, team]
  project: ml-project
  workload: ml-workload-type
  environment: ml-environment
  experiment: ml-experiment-id

# The rule of each tag key: whether it must be there, the values it may have, or the pattern that its whole value
# must fit (RE2 syntax). The values of the team's key are teams; while no team is named anywhere, every value is one.
tags:
  ml-team:
    required: true
#    values: [vision, search, ml-platform]
  ml-project:
    required: true
    pattern: "[a-z0-9][a-z0-9-]{1,62}"
  ml-workload-type:
    required: true
    values: [training, inference, data-processing, notebook]
  ml-environment:
    required: true
    values: [dev, staging, prod]
  ml-experiment-id:
    required: { when: { ml-workload-type: [training] } }
    pattern: "exp-[0-9a-z]{4,}"

# How values that people typed are read, and repaired where repair is on: case is lower, upper or keep.
normalize:
  case: lower
  trim: true
  aliases:
    ml-environment: { production: prod, development: dev }

# The teams: who pays, who is told, and what is a team's own even without a tag. Account ids need quotes.
#teams:
#  vision:
#    costCenter: CC-1001
#    email: [vision-leads@example.com]
#    slack: "#vision"
#    principals: ["arn:aws:iam::*:role/vision-*"]
#    accounts: ["111122223333"]
#    aliases: [{ name: cv }, { name: imaging, from: 2026-01-01, until: 2026-09-15 }]
#  search: { email: [search@example.com] }
#  ml-platform: { email: [ml-platform@example.com] }

# What is explained at all; the rest of the bill is shown as one excluded total.
scope:
  accounts: ["*"]
  services: ["*"]

# Virtual tags for charges that no tag describes. The first that matches wins; what it sets is always shown as assigned.
#assign:
#  - match: { account: "444455556666", service: bedrock }
#    set: { team: search, project: answers, workload: inference, environment: prod, experiment: exp-0001 }
#    from: 2026-09-01
#    until: 2026-12-31

# How pools that use each other are settled: step-down (in the order of this file), direct (not at all) or
# reciprocal (all at once).
allocation: step-down

# Whether a Savings Plan's discount stays with the team it happened to fall on (as-applied), or is pooled.
commitments: as-applied

# Charges that teams share, and how each pool is divided:
# even, fixed (shares that sum to 1), usage (by metrics, weighted), follow (as other pools came out) or
# proportional (to what everybody's direct and shared cost came to).
#pools:
#  - name: gpu-cluster
#    match: { service: AmazonEC2, tags: { "aws:eks:cluster-name": ml }, usageType: "*:p5.*" }
#    method: usage
#    metric: { gpu-hours: 1 }
#    idle: separate
#    onMissingUsage: previous
#  - name: datalake
#    match: { service: AmazonS3, resource: example-datalake }
#    method: usage
#    metric: { s3-byte-hours: 1 }
#  - name: feature-store
#    match: { service: AmazonDynamoDB, resource: "arn:aws:dynamodb:*:*:table/features" }
#    method: usage
#    metric: { reads: 1, writes: 5 }
#  - name: control-plane
#    match: { service: AmazonEKS, region: eu-central-1 }
#    method: follow
#    of: [gpu-cluster]
#  - name: monitoring
#    match: { service: AmazonCloudWatch, lineItemType: Usage }
#    includeTagged: true
#    method: even
#    to: [vision, search]
#  - name: registry
#    match: { service: AmazonECR }
#    method: fixed
#    shares: { vision: "0.6", search: "0.3", "pool:gpu-cluster": "0.1" }
#  - name: support
#    method: proportional
#    order: last
# Where charges of these kinds go, whatever their tags: to a pool, to a team, or along with what they belong to.
#policies:
#  tax: follow
#  credit: follow
#  refund: follow
#  discount: follow
#  support: { pool: support }
#  unusedCommitment: { team: ml-platform }
# Where samples for the pools of method usage come from.
#usage:
#  - kind: prometheus
#    url: http://prometheus:9090
#    team: { label: ml_team }
#    dimensions: { project: ml_project, experiment: ml_experiment_id }
#    select: 'cluster="ml"'
#    pools: [gpu-cluster]
#  - kind: prometheus
#    url: https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-1
#    region: eu-central-1
#    metrics: { reads: "sum by (team) (increase(feature_reads_total[1h]))" }
#  - kind: opencost
#    url: http://opencost:9003
#    team: { namespace: true }
#    token: secret:OPENCOST_TOKEN
#  - kind: scad
#  - { kind: s3-inventory, s3: "s3://example-inventory/datalake/daily", pool: datalake }
#  - { kind: s3-listing, s3: "s3://example-models", pool: datalake, prefixes: { vision/: vision } }
#  - kind: cloudwatch
#    namespace: FeatureStore
#    region: eu-central-1
#    pool: feature-store
#    dimension: team
#    metrics: { reads: ReadUnits, writes: WriteUnits }
#    where: { table: features }
#  - { kind: cloudtrail, s3: "s3://example-logs/AWSLogs", pool: feature-store, resource: "*:table/features" }
#  - { kind: csv, path: usage/*.csv }
#  - { kind: json, path: usage/*.json }

# What happens to resources that break the rules above: nothing, until you say otherwise.
enforcement:
# Resources older than this are at most notified.
#  since: 2027-01-01T00:00:00Z
# true: whatever is going on stops at once, without a deployment.
  stop: false
# Our own roles; what they do is not judged.
  principals: ["arn:aws:iam::*:role/tagledger-*"]
# observe, or one or more of notify, repair and quarantine. The grace runs from the first sight of a resource to the
# verdict, the deadline from the notice to the quarantine.
  default: { mode: observe, grace: 1h, deadline: 24h }
# Exceptions; the first that matches decides. A remedy that may lose work must be allowed by its name.
#  rules:
#    - match: { type: "ec2:instance", environment: dev }
#      mode: [notify, quarantine]
#      grace: 2h
#      deadline: 4h
#      allow: ["ec2:stop"]
# Accounts and organizational units that establish an environment by themselves.
#  environments:
#    dev: { accounts: ["222233334444"], organizationalUnits: ["ou-ab12-mldev123"] }
# These environments, and whatever has none that is established, are at most notified unless a rule names them.
  production: [prod]
# What must be observed before anything may be turned on: days, verdicts reached, verdicts that people disputed.
  readiness: { days: 14, decided: 0.95, disputed: 0.02 }
# More than this in an hour, and everything stops until somebody looks.
  breaker: { perAccountPerHour: 5, perOrganizationPerHour: 20, usdPerHour: "500" }
# What is left alone, why, and until when.
#  exemptions:
#    - match: { resource: "arn:aws:s3:::legacy-*", principal: "arn:aws:iam::*:role/migration" }
#      reason: moves out this year
#      owner: ml-platform
#      until: 2027-01-31
# For how many days at most people may ask for an exemption, and whether they may approve what they asked for.
  requests: { days: 90, ownApproval: false }
# The least evidence, from 0 to 1, for writing the owner that was inferred.
  confidence: 0.8

# Amounts for a month, and the fractions of them at which to alert. A match takes any of the dimensions.
#budgets:
#  - match: { team: vision, project: "*", workload: [training, notebook] }
#    monthly: "50000"
#    alert: [0.8, 1.0]

# Where bills are delivered: CUR or FOCUS exports in a bucket, or in a folder.
#bills:
#  - s3: s3://example-billing/exports/ml
#  - path: bills

# Over which channels people are told. Secrets are named here, never written.
#notify:
#  slack: { webhook: "secret:SLACK_WEBHOOK" }
#  email: { from: finops@example.com }
#  sns: arn:aws:sns:eu-central-1:111122223333:tagledger
#  fallback: { email: [ml-platform@example.com] }

# How reports are shown, and who may read them. Months are always those of UTC.
reports:
  timeZone: UTC
  emailDay: 3
# Which currency to report in, if a bill holds several.
#  currency: USD
#  auth:
#    issuer: https://login.example.com/
#    audience: tagledger
#    clientId: tagledger      # of the page, where people sign in; the audience where it is left out
#    teamsClaim: groups
#    seeAll: [finance, ml-platform]
#    mayUpload: [ml-platform]
#    mayRequest: [fraud-detection]
#    mayApprove: [ml-platform]

# How long names and addresses of people are kept, and how many versions of each month's bill.
retention:
  personalData: 400d
  billVersions: 12
`;
