package org.csrgrid.config.settings;

/** When a new job's caller is answered. */
public enum Durability {
    /** When the database has the job. It survives the loss of all members. */
    DURABLE,
    /** When a second member has the job. The database follows within seconds. */
    MEMORY
}
