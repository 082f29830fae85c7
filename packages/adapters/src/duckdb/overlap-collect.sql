-- What tells the lines of one file from those of others.
INSERT INTO line_ids
SELECT DISTINCT getvariable('file'), hash(line_id, time_interval) AS line
FROM charges
WHERE line_id <> '' AND line % getvariable('sample') = 0;

INSERT INTO line_contents
SELECT DISTINCT
  getvariable('file'),
  hash(period_start, usage_start, payer, account, line_item_type, usage_type, service, detail, resource, invoice, billed)
    AS line
FROM charges
WHERE line % getvariable('sample') = 0;

INSERT INTO account_months
SELECT DISTINCT getvariable('file'), getvariable('format'), payer, account, strftime(period_start, '%Y-%m')
FROM charges;
