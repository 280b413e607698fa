SELECT 'revenue' AS series, 'MONEY' AS unit, campaign_currency AS currency,
    DATE_FORMAT(TIMESTAMPADD(SECOND, completed_at DIV 1000000, '1970-01-01 00:00:00'), '%Y-%m') AS label,
    SUM(campaign_amount - campaign_refunded) AS quantity
FROM captured
GROUP BY campaign_currency, label
ORDER BY currency, label
