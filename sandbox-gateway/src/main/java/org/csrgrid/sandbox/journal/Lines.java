package org.csrgrid.sandbox.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Splits a file into lines. */
final class Lines {
    private static final int CHUNK = 1 << 16;

    private Lines() {}

    /** Hands over every line that ends with a line feed, and returns the offset behind the last one. */
    static long read(FileChannel channel, JournalFile.LineReader reader) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long offset = 0;
        long endOfLastLine = 0;
        long number = 0;
        channel.position(0);
        while (channel.read(chunk) >= 0) {
            chunk.flip();
            while (chunk.hasRemaining()) {
                byte next = chunk.get();
                offset++;
                if (next == '\n') {
                    reader.line(++number, line.toByteArray());
                    line.reset();
                    endOfLastLine = offset;
                } else {
                    line.write(next);
                }
            }
            chunk.clear();
        }
        return endOfLastLine;
    }
}
