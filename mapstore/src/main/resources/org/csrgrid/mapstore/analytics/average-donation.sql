SELECT 'amount' AS series, 'MONEY' AS unit, campaign_currency AS currency, 'average' AS label, ROUND(AVG(campaign_amount)) AS quantity
FROM captured GROUP BY campaign_currency
UNION ALL
SELECT 'amount', 'MONEY', campaign_currency, 'largest', MAX(campaign_amount) FROM captured GROUP BY campaign_currency
ORDER BY currency, label
