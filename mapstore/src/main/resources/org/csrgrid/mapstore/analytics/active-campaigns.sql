SELECT 'campaigns' AS series, 'COUNT' AS unit, NULL AS currency, LOWER(status) AS label, COUNT(*) AS quantity
FROM campaign
WHERE starts_at < :until AND ends_at >= :from
GROUP BY status
ORDER BY quantity DESC, label
