SELECT series, unit, currency, label, quantity
FROM (
    SELECT 'donations' AS series, 'COUNT' AS unit, CAST(NULL AS CHAR(3)) AS currency, c.category AS label, COUNT(*) AS quantity
    FROM captured d JOIN campaign c ON c.id = d.campaign_id
    GROUP BY c.category
    UNION ALL
    SELECT 'captured', 'MONEY', d.campaign_currency, c.category, SUM(d.campaign_amount)
    FROM captured d JOIN campaign c ON c.id = d.campaign_id
    GROUP BY d.campaign_currency, c.category
) figures
ORDER BY currency, quantity DESC, label
