import type { Config } from "../../config/definition.ts";
import type { Grant } from "./grant.ts";

/** A bucket by its ARN, and the folder in it; the whole bucket where that is empty. */
export interface BucketFolder {
  readonly bucket: string;
  readonly prefix: string;
}

/** What bills are read from and kept in. */
export interface BillStores {
  /** Where they are delivered. */
  readonly delivered: readonly BucketFolder[];
  /** Where their cells are kept. */
  readonly cells: BucketFolder;
}

/** Reads what was delivered, keeps cells, and asks which tags stand in bills. */
export function billGrants({ delivered, cells }: BillStores): readonly Grant[] {
  return [
    ...deliveredGrants(delivered),
    {
      what: "Cells",
      calls: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
      resources: objectsIn(cells),
    },
    listed("CellsMissing", cells),
    { what: "TagsInBills", calls: ["ce:ListCostAllocationTags"], resources: ["*"] },
  ];
}

/** What of bills whoever divides them is to read: what was delivered only where its split lines are usage. */
export function billsToDivide(
  { delivered, cells }: BillStores,
  { usage }: Pick<Config, "usage">,
): BillStores {
  return { cells, delivered: usage.some(({ kind }) => kind === "scad") ? delivered : [] };
}

/** Reads cells that are kept, and what was delivered. */
export function billReads({ delivered, cells }: BillStores): readonly Grant[] {
  return [
    ...deliveredGrants(delivered),
    { what: "Cells", calls: ["s3:GetObject"], resources: objectsIn(cells) },
    listed("CellsMissing", cells),
  ];
}

function deliveredGrants(delivered: BillStores["delivered"]): readonly Grant[] {
  return delivered.flatMap((folder) => [
    { what: "Bills", calls: ["s3:GetObject", "s3:GetObjectVersion"], resources: objectsIn(folder) },
    listed("BillsMissing", folder),
  ]);
}

function objectsIn({ bucket, prefix }: BucketFolder): readonly string[] {
  return prefix === "" ? [`${bucket}/*`] : [`${bucket}/${prefix}`, `${bucket}/${prefix}/*`];
}

/** Without it, what is not there looks like what may not be read. */
function listed(what: string, { bucket }: BucketFolder): Grant {
  return { what, calls: ["s3:ListBucket"], resources: [bucket] };
}
