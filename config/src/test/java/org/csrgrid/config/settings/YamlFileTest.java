package org.csrgrid.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.binding.SettingsProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("csr.yaml");
    }

    private Settings load(String yaml) throws IOException {
        Files.writeString(file(), yaml);
        return SettingsLoader.load(Optional.of(file()), Map.of(), Map.of());
    }

    /** The problems of a file, with the folder cut off so that they read as a user in that folder sees them. */
    private List<String> problems(String yaml) {
        var thrown = catchThrowableOfType(InvalidSettingsException.class, () -> load(yaml));
        return thrown.problems().stream()
                .map(SettingsProblem::line)
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    @Test
    void values_are_read_from_nested_sections() throws IOException {
        Settings settings = load("""
                grid:
                  cluster-name: blue
                  join: [10.0.0.1:5701, 10.0.0.2:5701]
                jobs:
                  channels:
                    cache-warming:
                      backoff:
                        - 5s
                        - 10s
                """);

        assertThat(settings.grid().clusterName()).isEqualTo("blue");
        assertThat(settings.grid().join()).containsExactly("10.0.0.1:5701", "10.0.0.2:5701");
        assertThat(settings.jobs().channel(ChannelName.CACHE_WARMING).backoff())
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    @Test
    void keys_may_be_written_with_dots_and_numbers_in_quotes() throws IOException {
        assertThat(load("grid.port: \"5801\"").grid().port()).isEqualTo(5801);
    }

    @Test
    void an_empty_file_and_a_section_whose_keys_are_commented_out_mean_the_defaults() throws IOException {
        Settings defaults = SettingsLoader.defaultsWith(Map.of());

        assertThat(load("")).isEqualTo(defaults);
        assertThat(load("grid:\n  # port: 5801\n")).isEqualTo(defaults);
    }

    @Test
    void a_value_that_does_not_fit_is_reported_with_its_line() {
        assertThat(problems("# comment\ngrid:\n  cluster-name: blue\n  port: abc\n"))
                .containsExactly("csr.yaml:4: grid.port: \"abc\" (expected: a whole number 0..65535)");
    }

    @Test
    void all_problems_of_a_file_are_reported_at_once() {
        assertThat(problems("grid:\n  prot: 1\n  backup-count: 9\napi:\n  max-body: large\n"))
                .containsExactlyInAnyOrder(
                        "csr.yaml:2: grid.prot: there is no such setting (did you mean grid.port?)",
                        "csr.yaml:3: grid.backup-count: \"9\" (expected: a whole number 0..6)",
                        "csr.yaml:5: api.max-body: \"large\" (expected: a size such as 64KB, from 1KB to 16MB)");
    }

    @Test
    void a_key_given_twice_is_reported_with_both_lines() {
        assertThat(problems("grid:\n  port: 1\n  port: 2\n"))
                .containsExactly("csr.yaml:3: grid.port: given twice (expected: once, first given in line 2)");
        assertThat(problems("grid:\n  port: 1\ngrid:\n  port: 2\n"))
                .containsExactly("csr.yaml:3: grid: given twice (expected: once, first given in line 1)");
    }

    @Test
    void a_tab_is_reported_with_its_line() {
        assertThat(problems("grid:\n\tport: 1\n"))
                .containsExactly("csr.yaml:2: broken YAML: a tab (expected: spaces for indentation)");
    }

    @Test
    void broken_yaml_is_reported_with_its_line() {
        assertThat(problems("grid:\n  port: 1\n bind-address: x\n"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("csr.yaml:3: broken YAML: ").contains("(expected: "));
        assertThat(problems("grid: {port: 1\n")).singleElement().asString().startsWith("csr.yaml:2: broken YAML: ");
        assertThat(problems("a: 1\n---\nb: 2\n")).singleElement().asString().startsWith("csr.yaml:2: broken YAML: ");
    }

    @Test
    void a_value_where_a_section_belongs_and_the_reverse_are_reported() {
        assertThat(problems("grid: 5\n"))
                .containsExactly("csr.yaml:1: grid: a single value (expected: a section with keys of its own)");
        assertThat(problems("grid:\n  port:\n    low: 1\n"))
                .containsExactly("csr.yaml:2: grid.port: a section (expected: a whole number 0..65535)");
        assertThat(problems("just words\n"))
                .containsExactly("csr.yaml:1: a lone value (expected: sections such as \"grid:\")");
        assertThat(problems("grid:\n  port: [1, 2]\n"))
                .containsExactly("csr.yaml:2: grid.port: \"[1, 2]\" (expected: a whole number 0..65535)");
    }

    @Test
    void an_unknown_section_is_reported_once_and_not_for_each_of_its_keys() {
        assertThat(problems("telescope:\n  lens: 1\n  tube: 2\n"))
                .containsExactly("csr.yaml:1: telescope: there is no such setting");
    }

    @Test
    void a_channel_that_does_not_exist_is_reported() {
        assertThat(problems("jobs:\n  channels:\n    payment:\n      tries: 2\n"))
                .containsExactly("csr.yaml:3: jobs.channels.payment: there is no such setting"
                        + " (did you mean jobs.channels.payments?)");
    }

    @Test
    void a_file_that_is_absent_or_no_text_is_reported_by_name() throws IOException {
        Path absent = folder.resolve("absent.yaml");
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0x41});

        assertThat(catchThrowableOfType(
                        InvalidSettingsException.class,
                        () -> SettingsLoader.load(Optional.of(absent), Map.of(), Map.of())))
                .hasMessage(absent + ": the file is not there (expected: a YAML file)");
        assertThat(catchThrowableOfType(
                        InvalidSettingsException.class,
                        () -> SettingsLoader.load(Optional.of(file()), Map.of(), Map.of())))
                .hasMessageContaining("not UTF-8");
    }
}
