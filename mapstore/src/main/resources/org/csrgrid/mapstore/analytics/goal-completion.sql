SELECT 'campaigns' AS series, 'COUNT' AS unit, NULL AS currency,
    CASE
        WHEN reached < 25 THEN '0-25'
        WHEN reached < 50 THEN '25-50'
        WHEN reached < 75 THEN '50-75'
        WHEN reached < 100 THEN '75-100'
        ELSE '100+'
    END AS label,
    COUNT(*) AS quantity
FROM (
    SELECT COALESCE(t.captured - t.refunded - t.disputes_lost + t.matched - t.match_reversed, 0) * 100 DIV c.goal AS reached
    FROM campaign c LEFT JOIN campaign_totals t ON t.campaign_id = c.id
    WHERE c.status IN ('ACTIVE', 'PAUSED', 'COMPLETED', 'EXPIRED') AND c.starts_at < :until AND c.ends_at >= :from
) goals
GROUP BY label
ORDER BY MIN(reached)
