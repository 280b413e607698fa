package org.csrgrid.launcher.cluster;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Which process listens where. A process gets the port it had in the run before if that is still free, so links handed out by then, to a checkout page
 * for instance, keep working.
 */
final class PortPlan {

    private final Map<String, Integer> ports;

    private PortPlan(Map<String, Integer> ports) {
        this.ports = ports;
    }

    /**
     * @param file where plans are kept between runs
     * @param names who needs a port
     * @param fixed ports that are given
     */
    static PortPlan make(Path file, List<String> names, Map<String, Integer> fixed) {
        Properties before = read(file);
        Map<String, Integer> ports = new LinkedHashMap<>(fixed);
        Set<Integer> used = new HashSet<>(fixed.values());
        List<String> homeless = new ArrayList<>();
        for (String name : names) {
            if (!ports.containsKey(name)) {
                Optional<Integer> earlier = earlier(before, name).filter(port -> !used.contains(port));
                earlier.ifPresentOrElse(port -> ports.put(name, port), () -> homeless.add(name));
                earlier.ifPresent(used::add);
            }
        }
        List<Integer> free = FreePorts.find(homeless.size() + used.size()).stream()
                .filter(port -> !used.contains(port))
                .toList();
        for (int index = 0; index < homeless.size(); index++) {
            ports.put(homeless.get(index), free.get(index));
        }
        write(file, ports);
        return new PortPlan(ports);
    }

    int of(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("name: %s (expected: one of %s)".formatted(name, ports.keySet()));
        }
        return port;
    }

    private static Optional<Integer> earlier(Properties before, String name) {
        String text = before.getProperty(name, "");
        return text.matches("\\d{1,5}")
                ? Optional.of(Integer.parseInt(text)).filter(FreePorts::isFree)
                : Optional.empty();
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException unreadable) {
                throw new ClusterException("%s cannot be read".formatted(file), unreadable);
            }
        }
        return properties;
    }

    private static void write(Path file, Map<String, Integer> ports) {
        Properties properties = new Properties();
        ports.forEach((name, port) -> properties.setProperty(name, Integer.toString(port)));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "The ports of the last run; taken again if they are free");
        } catch (IOException unwritable) {
            throw new ClusterException("%s cannot be written".formatted(file), unwritable);
        }
    }
}
