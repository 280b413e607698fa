package org.csrgrid.apinode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One reader of a stream over a plain socket, as nothing else shows when which byte arrives. */
final class LiveClient implements AutoCloseable {

    final List<String> lines = new CopyOnWriteArrayList<>();
    private final Socket socket;
    private final Thread thread;

    record Event(String id, String name, String data) {}

    private LiveClient(Socket socket) {
        this.socket = socket;
        thread = Thread.ofVirtual().start(this::read);
    }

    /**
     * @param token empty for nobody
     * @param lastEventId empty for a new reader
     */
    static LiveClient open(int port, String path, String token, String lastEventId) throws IOException {
        return new LiveClient(connect(port, path, token, lastEventId));
    }

    /** A connection that has asked and of which nobody reads. */
    static Socket connect(int port, String path, String token, String lastEventId) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        String request = "GET /api/v1/live%s HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n%s%s\r\n"
                .formatted(path, header("Authorization: Bearer ", token), header("Last-Event-ID: ", lastEventId));
        socket.getOutputStream().write(request.getBytes(UTF_8));
        return socket;
    }

    private static String header(String name, String value) {
        return value.isEmpty() ? "" : name + value + "\r\n";
    }

    private void read() {
        try {
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add("closed");
        }
    }

    /** 0 while there is no answer. */
    int status() {
        return lines.isEmpty() ? 0 : Integer.parseInt(lines.getFirst().split(" ")[1]);
    }

    boolean isOver() {
        return !thread.isAlive();
    }

    List<Event> events() {
        var events = new ArrayList<Event>();
        String id = "";
        String name = "";
        for (String line : lines) {
            if (line.startsWith("id:")) {
                id = line.substring(3);
            } else if (line.startsWith("event:")) {
                name = line.substring(6);
            } else if (line.startsWith("data:")) {
                events.add(new Event(id, name, line.substring(5)));
            }
        }
        return events;
    }

    List<String> names() {
        return events().stream().map(Event::name).toList();
    }

    /** What the reader would say it has seen, signs of life included; empty if it was told nothing. */
    String lastId() {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce((_, last) -> last)
                .map(line -> line.substring(3))
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
