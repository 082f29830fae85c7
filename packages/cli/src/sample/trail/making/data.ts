import { createRandom } from "../../random.ts";
import { arnIn, type Maker } from "../making.ts";
import { listed, mapped } from "../tag-shapes.ts";

/** A bucket, to which most tools give tags in a second call. */
export const bucket: Maker = ({ region }, bucketName) => {
  const elsewhere = {
    CreateBucketConfiguration: {
      LocationConstraint: region.code,
      xmlns: "http://s3.amazonaws.com/doc/2006-03-01/",
    },
  };
  const Host = `${bucketName}.s3.amazonaws.com`;
  return {
    service: "s3",
    name: "CreateBucket",
    target: bucketName,
    request: () => ({ bucketName, Host, ...(region.code === "us-east-1" ? {} : elsewhere) }),
    response: null,
  };
};

/** A table that is paid by use. */
export const table: Maker = (place, tableName) => {
  const tableArn = arnIn(place, "dynamodb", `table/${tableName}`);
  const keys = {
    attributeDefinitions: [{ attributeName: "id", attributeType: "S" }],
    keySchema: [{ attributeName: "id", keyType: "HASH" }],
  };
  return {
    service: "dynamodb",
    name: "CreateTable",
    target: tableArn,
    request: (tags) => ({ tableName, ...keys, billingMode: "PAY_PER_REQUEST", ...listed(tags) }),
    response: { tableDescription: { tableName, tableArn, tableStatus: "CREATING", ...keys } },
  };
};

/** A database of the catalog, whose creation is answered by nothing. */
export const database: Maker = (place, name) => ({
  service: "glue",
  name: "CreateDatabase",
  target: arnIn(place, "glue", `database/${name}`),
  request: (tags) => ({ databaseInput: { name }, ...mapped(tags) }),
  response: null,
});

/** A crawler that nobody has started yet. */
export const crawler: Maker = (place, name) => ({
  service: "glue",
  name: "CreateCrawler",
  target: arnIn(place, "glue", `crawler/${name}`),
  request: (tags) => ({
    name,
    role: `arn:aws:iam::${place.account.id}:role/glue-crawler`,
    databaseName: name.replaceAll("-", "_"),
    targets: { s3Targets: [{ path: `s3://quillmart-ml-lake/${name}/` }] },
    ...mapped(tags),
  }),
  response: null,
});

/** A workgroup for queries. */
export const workgroup: Maker = (place, name) => ({
  service: "athena",
  name: "CreateWorkGroup",
  target: arnIn(place, "athena", `workgroup/${name}`),
  request: (tags) => ({ name, configuration: { enforceWorkGroupConfiguration: true }, ...listed(tags) }),
  response: null,
});

/** An application for Spark, which costs nothing until a job runs. */
export const sparkApplication: Maker = (place, name) => {
  const applicationId = `00f${createRandom(`application ${name}`).text(13, "abcdefghijklmnopqrstuv0123456789")}`;
  const arn = arnIn(place, "emr-serverless", `/applications/${applicationId}`);
  return {
    service: "emr-serverless",
    name: "CreateApplication",
    target: arn,
    request: (tags) => ({ name, releaseLabel: "emr-7.9.0", type: "SPARK", ...mapped(tags) }),
    response: { applicationId, arn, name },
  };
};
