/**
 * The form in which tag keys of bills are compared: without `user:` or `user_`, and with everything but letters
 * and digits as `_`, as Parquet exports write them.
 *
 * @example comparableTagKey("user:ml-team") // "ml_team"
 * @example comparableTagKey("aws:eks:cluster-name") // "aws_eks_cluster_name"
 */
export function comparableTagKey(key: string): string {
  return key.replace(/^user[:_]/, "").replace(/[^\p{L}\p{N}]/gu, "_");
}
