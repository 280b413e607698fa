package org.csrgrid.apinode.security;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, at whatever level our code can be set to. */
final class Log implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.csrgrid");
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    Log() {
        events.start();
        root.addAppender(events);
        ours.setLevel(Level.TRACE);
    }

    /** Messages, arguments, faults and context as text. */
    String text() {
        var text = new StringBuilder();
        for (ILoggingEvent event : new ArrayList<>(events.list)) {
            text.append(event.getFormattedMessage())
                    .append(event.getMDCPropertyMap())
                    .append('\n');
            if (event.getThrowableProxy() != null) {
                text.append(event.getThrowableProxy().getMessage()).append('\n');
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        root.detachAppender(events);
        ours.setLevel(null);
    }
}
