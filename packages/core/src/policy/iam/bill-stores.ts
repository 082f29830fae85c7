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
    ...delivered.flatMap((folder) => [
      { what: "Bills", calls: ["s3:GetObject", "s3:GetObjectVersion"], resources: objectsIn(folder) },
      listed("BillsMissing", folder),
    ]),
    {
      what: "Cells",
      calls: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
      resources: objectsIn(cells),
    },
    listed("CellsMissing", cells),
    { what: "TagsInBills", calls: ["ce:ListCostAllocationTags"], resources: ["*"] },
  ];
}

/** Reads cells that are kept. */
export function billReads({ cells }: Pick<BillStores, "cells">): readonly Grant[] {
  return [
    { what: "Cells", calls: ["s3:GetObject"], resources: objectsIn(cells) },
    listed("CellsMissing", cells),
  ];
}

function objectsIn({ bucket, prefix }: BucketFolder): readonly string[] {
  return prefix === "" ? [`${bucket}/*`] : [`${bucket}/${prefix}`, `${bucket}/${prefix}/*`];
}

/** Without it, what is not there looks like what may not be read. */
function listed(what: string, { bucket }: BucketFolder): Grant {
  return { what, calls: ["s3:ListBucket"], resources: [bucket] };
}
