/** One account of the organization. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** What the organization's cost category says of it. */
  readonly department: string;
}

const MACHINE_LEARNING = "machine-learning";

/** The organization: one payer and six linked accounts, of which the shop's has nothing to do with machine learning. */
export const ACCOUNTS = {
  billing: { id: "111122223333", name: "quillmart-billing", department: "finance" },
  training: { id: "222233334444", name: "quillmart-ml-training", department: MACHINE_LEARNING },
  production: { id: "333344445555", name: "quillmart-ml-production", department: MACHINE_LEARNING },
  development: { id: "444455556666", name: "quillmart-ml-development", department: MACHINE_LEARNING },
  data: { id: "555566667777", name: "quillmart-data-platform", department: MACHINE_LEARNING },
  documents: { id: "666677778888", name: "quillmart-document-ai", department: MACHINE_LEARNING },
  shop: { id: "777788889999", name: "quillmart-web-shop", department: "commerce" },
} satisfies Record<string, Account>;
