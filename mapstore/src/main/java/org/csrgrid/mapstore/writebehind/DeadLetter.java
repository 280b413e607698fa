package org.csrgrid.mapstore.writebehind;

import java.time.Instant;

/**
 * A row nobody could store, kept for an operator.
 *
 * @param map name of the map it belongs to
 * @param key its key as text
 * @param payload its content, normally JSON
 * @param reason why the database refused it
 * @param at when it was set aside
 */
public record DeadLetter(String map, String key, String payload, String reason, Instant at) {}
