package org.csrgrid.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file a user starts from. */
class ExampleFileTest {
    private static final Path EXAMPLE = Path.of("csr.yaml");

    @Test
    void the_example_file_sets_nothing_but_the_defaults() {
        assertThat(SettingsLoader.load(Optional.of(EXAMPLE), Map.of(), Map.of()))
                .isEqualTo(SettingsLoader.defaultsWith(Map.of()));
    }

    @Test
    void its_commented_keys_load_too_once_uncommented(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("csr.yaml"), uncommented());

        Settings settings = SettingsLoader.load(Optional.of(file), Map.of(), Map.of());

        assertThat(settings.database().url()).isPresent();
        assertThat(settings.api().publicUrl()).isPresent();
        settings.requireSecrets();
    }

    @Test
    void its_secrets_are_refused_in_production(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("csr.yaml"), uncommented());

        assertThatThrownBy(
                        () -> SettingsLoader.load(Optional.of(file), Map.of(), Map.of("security.mode", "production")))
                .satisfies(thrown -> assertThat(thrown.getMessage().lines())
                        .hasSize(SecretRules.DEMO_VALUES.size())
                        .allSatisfy(line -> assertThat(line).contains("not the one from the documentation")));
    }

    private static String uncommented() throws IOException {
        return Files.readString(EXAMPLE).replaceAll("(?m)^  # ([a-z-]+: \\S+)$", "  $1");
    }
}
