package org.csrgrid.config.binding;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.config.binding.SettingSchema.Entry;
import org.csrgrid.config.binding.SettingSchema.Leaf;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a YAML file into given values that know their line. A key may be nested or written with dots. */
final class YamlSource {
    private final Path file;
    private final SettingSchema schema;
    private final GivenValues values;
    private final Map<String, Integer> lines = new HashMap<>();

    private YamlSource(Path file, SettingSchema schema, GivenValues values) {
        this.file = file;
        this.schema = schema;
        this.values = values;
    }

    static void read(Path file, SettingSchema schema, GivenValues values) {
        YamlSource source = new YamlSource(file, schema, values);
        source.compose().ifPresent(source::document);
    }

    private Optional<Node> compose() {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            return new Compose(settings).composeString(Files.readString(file));
        } catch (NoSuchFileException absent) {
            reportFile("the file is not there (expected: a YAML file)");
        } catch (CharacterCodingException broken) {
            reportFile("the file is not UTF-8 text (expected: a YAML file in UTF-8)");
        } catch (IOException unreadable) {
            reportFile("cannot be read (expected: a YAML file): " + unreadable.getMessage());
        } catch (MarkedYamlEngineException broken) {
            values.report(BrokenYaml.explain(file, broken));
        } catch (YamlEngineException broken) {
            reportFile("broken YAML: " + BrokenYaml.firstLine(broken.getMessage()));
        }
        return Optional.empty();
    }

    private void document(Node root) {
        switch (root) {
            case MappingNode mapping -> mapping("", mapping);
            case Node empty when isNull(empty) -> {}
            default -> report(root, "", "a lone value (expected: sections such as \"grid:\")");
        }
    }

    private void mapping(String parent, MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name) {
                String key = parent.isEmpty() ? name.getValue() : parent + "." + name.getValue();
                keyed(key, name, tuple.getValueNode());
            } else {
                report(tuple.getKeyNode(), parent, "a key that is not a plain word (expected: such as cluster-name)");
            }
        }
    }

    private void keyed(String key, Node name, Node value) {
        Integer earlier = lines.putIfAbsent(key, line(name));
        if (earlier != null) {
            report(name, key, "given twice (expected: once, first given in line %d)".formatted(earlier));
            return;
        }
        switch (schema.find(key).orElse(null)) {
            case null -> values.report(SettingsProblem.unknown(at(name), key, ClosestName.to(key, schema.keys())));
            case Leaf leaf -> leaf(leaf, name, value);
            case Entry section -> section(section, value);
        }
    }

    private void section(Entry section, Node value) {
        switch (value) {
            case MappingNode mapping -> mapping(section.key(), mapping);
            case Node empty when isNull(empty) -> {}
            default -> report(value, section.key(), "a single value (expected: a section with keys of its own)");
        }
    }

    private void leaf(Leaf leaf, Node name, Node value) {
        switch (value) {
            case Node empty when isNull(empty) -> values.put(leaf.key(), GivenValue.ofText("", at(name)));
            case ScalarNode scalar -> values.put(leaf.key(), GivenValue.ofText(scalar.getValue(), at(scalar)));
            case SequenceNode sequence
            when sequence.getValue().stream().allMatch(ScalarNode.class::isInstance) ->
                values.put(leaf.key(), GivenValue.ofList(texts(sequence), at(name)));
            default ->
                report(
                        name,
                        leaf.key(),
                        "a section (expected: %s)".formatted(leaf.setting().expectation()));
        }
    }

    private static List<String> texts(SequenceNode sequence) {
        return sequence.getValue().stream()
                .map(item -> ((ScalarNode) item).getValue())
                .toList();
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private void reportFile(String finding) {
        values.report(new SettingsProblem(file.toString(), "", finding));
    }

    private void report(Node node, String key, String finding) {
        values.report(new SettingsProblem(at(node), key, finding));
    }

    private String at(Node node) {
        return file + ":" + line(node);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
