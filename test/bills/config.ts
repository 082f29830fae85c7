/** Rules that use of a bill what rules can: tags in several spellings, pools, what follows resources and accounts. */
export const RULES = `version: 1
tags:
  ml-team: { required: true, values: [fraud-detection, personalization, ml-platform] }
  ml-project: { required: true }
  ml-environment: { required: true, values: [dev, prod] }
  ml-experiment-id: { required: true }
normalize: { case: lower, trim: true, aliases: { ml-environment: { production: prod } } }
policies: { tax: follow, credit: follow }
pools:
  - { name: storage, match: { service: s3 }, includeTagged: true, method: even }
`;
