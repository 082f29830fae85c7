-- The resources of charges that follow others.
INSERT INTO followed_resources
SELECT DISTINCT resource
FROM charges
SEMI JOIN follower_kinds USING (line_item_type, unused_commitment, service, service_name)
WHERE resource <> ''
