-- The resources of charges that follow others, by how both their ids and their ARNs end.
INSERT INTO followed_resources
SELECT DISTINCT resource_end(resource)
FROM charges
SEMI JOIN follower_kinds USING (line_item_type, unused_commitment, service, service_name)
WHERE resource <> ''
  AND period_start BETWEEN getvariable('period_start') AND getvariable('period_last')
  AND (currency = getvariable('currency') OR currency = '')
