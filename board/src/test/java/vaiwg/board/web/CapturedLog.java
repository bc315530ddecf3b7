package vaiwg.board.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What one class writes to the log while a test looks. */
final class CapturedLog extends AbstractAppender implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Level level;

    private CapturedLog(Logger logger) {
        super("captured", null, null, false, Property.EMPTY_ARRAY);
        this.logger = logger;
        level = logger.getLevel();
    }

    static CapturedLog of(Class<?> writer) {
        CapturedLog log = new CapturedLog((Logger) LogManager.getLogger(writer));
        log.start();
        log.logger.addAppender(log);
        log.logger.setLevel(Level.WARN);
        return log;
    }

    @Override
    public void append(LogEvent event) {
        lines.add(event.getMessage().getFormattedMessage());
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        logger.removeAppender(this);
        logger.setLevel(level);
        stop();
    }
}
