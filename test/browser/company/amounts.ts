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

/** Its teams. */
export const TEAMS = [
  "demand-forecasting",
  "document-ai",
  "fraud-detection",
  "ml-platform",
  "personalization",
] as const;

/** The rows of a table above; a lone dash is a missing value. */
export function rowsOf(table: string): (string | null)[][] {
  return table
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => (cell.trim() === "-" ? null : cell.trim())));
}
