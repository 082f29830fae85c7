-- What tells the lines of one file from those of others: their ids, else all that is known of them.
INSERT INTO line_ids
SELECT DISTINCT getvariable('file'), hash(line_id, time_interval) AS line
FROM charges
WHERE line_id <> '' AND line % getvariable('sample') = 0;

INSERT INTO line_contents
SELECT DISTINCT
  getvariable('file'),
  hash(
    period_start, usage_start, payer, account, region, service, service_name, usage_type, line_item_type, detail,
    resource, invoice, issuer, billed, effective, contracted, list, *COLUMNS('^tag_[0-9]+$')
  ) AS line
FROM charges
WHERE line_id = '' AND line % getvariable('sample') = 0;
