SELECT 'captured' AS series, 'MONEY' AS unit, campaign_currency AS currency,
    DATE_FORMAT(TIMESTAMPADD(SECOND, completed_at DIV 1000000, '1970-01-01 00:00:00'), '%Y-%m-%dT%H:%i:%sZ') AS label,
    campaign_amount AS quantity
FROM (
    SELECT id, campaign_currency, campaign_amount, completed_at
    FROM captured
    ORDER BY completed_at DESC, id DESC
    LIMIT 20
) latest
ORDER BY completed_at DESC, id DESC
