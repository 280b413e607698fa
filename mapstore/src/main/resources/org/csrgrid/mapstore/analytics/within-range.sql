-- Stands before the statement of every widget. A donation is never completed or created after its last change, so the key donation_status serves both.
WITH captured AS (
    SELECT id, campaign_id, organization_id, donor_id, campaign_amount, campaign_currency, campaign_refunded, method, anonymous, status,
        created_at, updated_at, completed_at
    FROM donation
    WHERE status IN ('COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED')
        AND updated_at >= :from AND completed_at >= :from AND completed_at < :until
), begun AS (
    SELECT id, campaign_id, organization_id, donor_id, campaign_amount, campaign_currency, campaign_refunded, method, anonymous, status,
        created_at, updated_at, completed_at
    FROM donation
    WHERE status IN ('PENDING', 'REQUIRES_ACTION', 'PROCESSING', 'COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED',
            'DISPUTED', 'FAILED', 'CANCELLED')
        AND updated_at >= :from AND created_at >= :from AND created_at < :until
)
