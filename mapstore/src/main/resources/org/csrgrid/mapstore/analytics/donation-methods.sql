SELECT series, unit, currency, label, quantity
FROM (
    SELECT 'donations' AS series, 'COUNT' AS unit, CAST(NULL AS CHAR(3)) AS currency, LOWER(method) AS label, COUNT(*) AS quantity
    FROM captured GROUP BY method
    UNION ALL
    SELECT 'captured', 'MONEY', campaign_currency, LOWER(method), SUM(campaign_amount)
    FROM captured GROUP BY campaign_currency, method
) figures
ORDER BY currency, quantity DESC, label
