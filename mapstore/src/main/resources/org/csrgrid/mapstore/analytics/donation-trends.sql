-- Steps begin on Mondays and full hours; those without a donation are left out.
SELECT series, unit, currency,
    DATE_FORMAT(TIMESTAMPADD(SECOND, begin DIV 1000000, '1970-01-01 00:00:00'), '%Y-%m-%dT%H:%i:%sZ') AS label, quantity
FROM (
    SELECT 'donations' AS series, 'COUNT' AS unit, CAST(NULL AS CHAR(3)) AS currency,
        (completed_at - 345600000000) DIV :step * :step + 345600000000 AS begin, COUNT(*) AS quantity
    FROM captured GROUP BY begin
    UNION ALL
    SELECT 'captured', 'MONEY', campaign_currency,
        (completed_at - 345600000000) DIV :step * :step + 345600000000 AS begin, SUM(campaign_amount)
    FROM captured GROUP BY campaign_currency, begin
) steps
ORDER BY currency, begin
