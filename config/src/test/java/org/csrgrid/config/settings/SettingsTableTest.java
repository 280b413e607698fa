package org.csrgrid.config.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.csrgrid.config.binding.SettingKey;
import org.junit.jupiter.api.Test;

class SettingsTableTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");

    @Test
    void the_documentation_says_what_the_code_does() throws IOException {
        if (Boolean.getBoolean("csr.docs.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, SettingsTable.markdown());
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/configuration.md; run this test with -Dcsr.docs.write=true to write it anew")
                .isEqualTo(SettingsTable.markdown());
    }

    @Test
    void every_setting_outside_a_table_has_a_row_with_its_variable() {
        assertThat(SettingsLoader.keys().stream().filter(setting -> TABLES.stream()
                        .noneMatch(table -> setting.key().startsWith(table))))
                .hasSizeGreaterThan(50)
                .allSatisfy(setting -> assertThat(SettingsTable.markdown()).contains(row(setting)));
    }

    private static final List<String> TABLES =
            List.of("jobs.channels.", "limits.callers.", "limits.groups.", "cache.layers.");

    @Test
    void every_channel_has_a_row_of_defaults() {
        for (ChannelName channel : ChannelName.values()) {
            assertThat(SettingsTable.markdown()).contains("| `jobs.channels." + channel.key() + "` | `");
        }
    }

    @Test
    void every_layer_of_the_cache_has_a_row_of_defaults() {
        for (CacheLayerName layer : CacheLayerName.values()) {
            assertThat(SettingsTable.markdown()).contains("| `cache.layers." + layer.key() + "` | `");
        }
    }

    private static String row(SettingKey setting) {
        return "| `%s` | `%s` | ".formatted(setting.key(), setting.environmentName());
    }
}
