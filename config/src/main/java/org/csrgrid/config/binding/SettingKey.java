package org.csrgrid.config.binding;

/**
 * One setting as a user sees it.
 *
 * @param key such as {@code grid.cluster-name}
 * @param environmentName such as {@code CSR_GRID_CLUSTER_NAME}
 * @param defaultValue the text used when nobody sets it; empty for none
 * @param description one sentence without a full stop
 * @param expectation completes "expected: …"
 * @param secret whether values must never be shown
 */
public record SettingKey(
        String key,
        String environmentName,
        String defaultValue,
        String description,
        String expectation,
        boolean secret) {}
