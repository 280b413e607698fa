package org.csrgrid.bench.read;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.launcher.cluster.FreePorts;

/** An nginx of our own that serves some bytes as a file, from memory as far as the operating system keeps files there. */
final class Nginx implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CONFIGURATION = """
            %sworker_processes auto;
            daemon off;
            pid %2$s/nginx.pid;
            error_log %2$s/error.log;
            events { worker_connections 2048; }
            http {
              access_log off;
              keepalive_requests 1000000000;
              open_file_cache max=100;
              sendfile on;
              tcp_nopush on;
              default_type application/json;
              client_body_temp_path %2$s/body; proxy_temp_path %2$s/proxy; fastcgi_temp_path %2$s/fastcgi;
              uwsgi_temp_path %2$s/uwsgi; scgi_temp_path %2$s/scgi;
              server { listen 127.0.0.1:%3$d; root %2$s/files; }
            }
            """;

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server, or nothing where nginx is not installed. */
    static Optional<Nginx> serving(Path folder, byte[] content) throws IOException {
        Optional<Path> program = Tools.find("nginx");
        if (program.isEmpty()) {
            return Optional.empty();
        }
        int port = FreePorts.find(1).getFirst();
        Files.createDirectories(folder.resolve("files"));
        Files.write(folder.resolve("files").resolve("campaign"), content);
        Path file = folder.resolve("nginx.conf");
        boolean root = "root".equals(System.getProperty("user.name"));
        Files.writeString(file, CONFIGURATION.formatted(root ? "user root;\n" : "", folder, port));
        Process process = new ProcessBuilder(
                        program.get().toString(),
                        "-p",
                        folder.toString(),
                        "-e",
                        folder + "/error.log",
                        "-c",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        Nginx nginx = new Nginx(process, port);
        nginx.awaitListening();
        return Optional.of(nginx);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void awaitListening() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    close();
                    throw new IOException("nginx does not listen on port " + port, notYet);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
