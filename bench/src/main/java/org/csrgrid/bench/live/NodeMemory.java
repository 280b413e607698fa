package org.csrgrid.bench.live;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.csrgrid.bench.world.ApiClient;

/** What an API node's process takes. */
final class NodeMemory {

    private static final String USED_HEAP = "memory_usedHeap";
    private static final int COLLECTIONS = 2;

    private final ApiClient client;
    private final URI api;
    private final long pid;

    NodeMemory(ApiClient client, URI api, long pid) {
        this.client = client;
        this.api = api;
        this.pid = pid;
    }

    /** Bytes of the heap that are in use after a collection. */
    long heap() throws IOException {
        for (int i = 0; i < COLLECTIONS; i++) {
            collect();
        }
        byte[] metrics = client.get(api.resolve("/observe/metrics"), "").raw().body();
        return new String(metrics, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(USED_HEAP))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new IOException("the metrics have no " + USED_HEAP));
    }

    /** Bytes of the process that are in memory. */
    long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    private void collect() throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start();
        try {
            if (!jcmd.waitFor(30, TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
                throw new IOException("jcmd cannot have process %d collect garbage".formatted(pid));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
