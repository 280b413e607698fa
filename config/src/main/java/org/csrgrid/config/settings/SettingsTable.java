package org.csrgrid.config.settings;

/** Writes the documentation of all settings from their declarations. */
public final class SettingsTable {
    private static final String INTRODUCTION = """
            # Configuration

            <!-- Written from the code. Change the declarations in config/, then run:
                 mvn -pl config -am test -Dtest=SettingsTableTest -Dsurefire.failIfNoSpecifiedTests=false -Dcsr.docs.write=true -->

            Every process reads the same settings. Later sources win:

            1. the defaults below
            2. a YAML file (`config/csr.yaml` is a commented one to start from)
            3. environment variables: `CSR_`, then the key in capitals with `_` for `.` and `-`; an empty one counts as not set
            4. `key=value` on the command line

            Anything that does not fit stops the start with one line per problem: where it stands, the key, the value and what
            was expected. A key or a `CSR_` variable that does not exist is such a problem.

            Durations are a whole number and a unit (`250ms`, `5s`, `10m`, `1h`, `7d`), sizes likewise (`512B`, `64KB`, `2MB`).
            A list is a YAML list, or one text with commas. Secrets are never printed; with `security.mode: production` every
            secret must be set and none may be a value from this documentation or from the example file. `database.password` is
            asked for only where `database.url` is set, `mail.password` only where `mail.user` is.
            """;

    private SettingsTable() {}

    /** The whole document, in Markdown. */
    public static String markdown() {
        return INTRODUCTION + SettingsLoader.markdown();
    }
}
