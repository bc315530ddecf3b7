package vaiwg.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each phase took, in milliseconds, in the order of their ends. */
final class Timings {
    private final Map<String, Long> phases = new LinkedHashMap<>();
    private final long begin = System.nanoTime();
    private long last = begin;

    /** Ends a phase that began where the last one ended. */
    void end(String phase) {
        long now = System.nanoTime();
        phases.put(phase, (now - last) / 1_000_000);
        last = now;
    }

    void write(Path file) throws IOException {
        Map<String, Long> all = new LinkedHashMap<>(phases);
        all.put("total", (System.nanoTime() - begin) / 1_000_000);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    }
}
