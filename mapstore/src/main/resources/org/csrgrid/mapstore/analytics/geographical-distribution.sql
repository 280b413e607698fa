SELECT series, unit, currency, label, quantity
FROM (
    SELECT 'donations' AS series, 'COUNT' AS unit, CAST(NULL AS CHAR(3)) AS currency, o.country AS label, COUNT(*) AS quantity
    FROM captured d JOIN organization o ON o.id = d.organization_id
    GROUP BY o.country
    UNION ALL
    SELECT 'captured', 'MONEY', d.campaign_currency, o.country, SUM(d.campaign_amount)
    FROM captured d JOIN organization o ON o.id = d.organization_id
    GROUP BY d.campaign_currency, o.country
) figures
ORDER BY currency, quantity DESC, label
