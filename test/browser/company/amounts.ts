/** Direct cost of the sample company's September: team, project, workload, amount. */
export const DIRECT = `
  demand-forecasting | price-elasticity | training | 19625.9137125448
  demand-forecasting | promo-uplift | data-processing | 3126.0994
  demand-forecasting | promo-uplift | inference | 2208.30429
  demand-forecasting | promo-uplift | training | 5778.4331502758
  demand-forecasting | store-demand | data-processing | 5661.4064803715
  demand-forecasting | store-demand | inference | 2687.8617
  demand-forecasting | store-demand | training | 5060.6369999997
  demand-forecasting | - | - | 5144.8799432276
  document-ai | contract-review | inference | 32720.903357332
  document-ai | contract-review | notebook | 137.9967822926
  document-ai | contract-review | training | 14693.529607944
  document-ai | contract-review | - | 819.346548432
  document-ai | invoice-extraction | data-processing | 4293.4960979922
  document-ai | invoice-extraction | inference | 19082.078840708
  document-ai | invoice-extraction | training | 72713.9919565104
  document-ai | invoice-extraction | - | 11751.0580654148
  document-ai | support-summaries | inference | 21355.844383725
  document-ai | support-summaries | notebook | 71.6425924456
  document-ai | support-summaries | training | 1341.9680343332
  document-ai | support-summaries | - | 28.493836961
  document-ai | - | - | 41247.9316108476
  fraud-detection | account-takeover | inference | 5520.74572
  fraud-detection | account-takeover | training | 19080.6390210837
  fraud-detection | card-screening | data-processing | 209.6866101117
  fraud-detection | card-screening | inference | 5036.7013561361
  fraud-detection | card-screening | notebook | 59.3342285287
  fraud-detection | card-screening | training | 2075.1432336133
  fraud-detection | graph-signals | inference | 6546.2661622127
  fraud-detection | graph-signals | notebook | 152.8031895845
  fraud-detection | graph-signals | training | 10087.4741698891
  fraud-detection | - | - | 8506.8457
  ml-platform | embeddings | inference | 6884.85226
  ml-platform | model-access | notebook | 2453.8876744
  ml-platform | observability | notebook | 98.6843571408
  ml-platform | observability | - | 2028.6
  ml-platform | training-platform | training | 12034.5102573206
  ml-platform | - | - | 4269.8302530553
  personalization | email-recommendations | inference | 2208.30429
  personalization | email-recommendations | training | 1889.2597845833
  personalization | home-ranking | data-processing | 1509.6788613887
  personalization | home-ranking | inference | 13164.56909
  personalization | home-ranking | training | 30998.5824611177
  personalization | home-ranking | - | 3285.888225
  personalization | search-ranking | inference | 12130.9738659838
  personalization | search-ranking | notebook | 78.5792357795
  personalization | search-ranking | training | 53063.4952782366
  personalization | - | - | 37855.4583395015
`;

/** The teams among which pools are divided, in the order of the columns below. */
export const TEAMS = [
  "demand-forecasting",
  "document-ai",
  "fraud-detection",
  "ml-platform",
  "personalization",
] as const;

/** What each pool gives to each team: pool, method, an amount per team. */
export const POOLS = `
  eks-gpu | usage | 11173.049465463 | 50651.969205014 | 19055.20699414 | 5050.598781208 | 41547.231472019
  eks-cpu | usage | 2017.6756222278 | 2203.29207404 | 3755.8461907518 | 1627.7765366844 | 4596.2783494912
  eks-disks | follow | 36.032969383 | 144.384178941 | 62.312721669 | 18.243249841 | 126.049755839
  eks-control | follow | 11.42 | 45.77 | 19.75 | 5.77 | 39.95
  training-scratch | follow | 315.82 | 1431.72 | 538.61 | 142.76 | 1174.37
  datalake | usage | 2981.414629 | 2708.380581 | 3407.139755 | 873.508818 | 7807.920732
  datalake-requests | follow | 570.173079 | 517.957375 | 651.589801 | 167.051979 | 1493.205998
  feature-store | usage | 600.607374369 | - | 2553.968062378 | 143.670675146 | 3960.541129355
  monitoring | even | 2014.425 | 2014.425 | 2014.425 | - | 2014.42499
  security | even | 754.421262 | 754.421261 | 754.421261 | 754.421261 | 754.421261
  registry | fixed | 296.76 | 593.52 | 296.76 | 197.84 | 593.51
  network | proportional | 885.0305787321 | 3553.546980615 | 1141.7070471821 | 464.2332902723 | 2782.6283730689
  commitments | proportional | 1020.6898 | 4098.2417 | 1316.7102 | 535.3919 | 3209.1552
  support | proportional | 5293.76 | 21255.34 | 6829.06 | 2776.79 | 16644.14
`;

/** What is nobody's: reason, value, amount. */
export const UNALLOCATED = `
  idle | eks-cpu | 4694.5594942651
  idle | eks-gpu | 23126.689797684
  invalid-team | data-science | 1319.090645364
  invalid-team | tbd | 906.22178
  invalid-team | vision | 6151.1915420269
  no-team | - | 18033.3409514825
`;

/** What is out of scope. */
export const EXCLUDED = "67245.98226";

/** From billed to effective: line item type, amount. */
export const BRIDGE = `
  DiscountedUsage | 1050
  Fee | -17169.6
  RIFee | -9.36
  Refund | 8760
  SavingsPlanCoveredUsage | -63494.7888
  SavingsPlanNegation | 199051.96
  SavingsPlanRecurringFee | -116837.1712
  SavingsPlanUpfrontFee | -8760
`;

/** The rows of a table above; a lone dash is a missing value. */
export function rowsOf(table: string): (string | null)[][] {
  return table
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => (cell.trim() === "-" ? null : cell.trim())));
}
