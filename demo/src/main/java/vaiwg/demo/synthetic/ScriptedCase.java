package vaiwg.demo.synthetic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.EventStream;

/**
 * A case of a script. In a value {@code "$id"} and what follows it is a name of the case's own, {@code "$any A|B"} one of several by chance, any
 * other text with a dollar an instant: a beginning, and how long after it as ISO 8601 has it. It begins {@code at} the change, with the {@code day} of the case,
 * at the {@code end} of the history, or at noon of a date. Of two instants with {@code ..} between them it is the one at the case's place among
 * its kind.
 */
final class ScriptedCase {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DOLLAR = Pattern.compile("\"\\$([^\"]+)\"");
    private static final double MEAN_DAYS_BETWEEN_CHANGES = 20;

    private final ForceCalendar calendar;
    private final String id;
    private final double place;
    private final Draw draw;
    private final List<List<ScriptedHistory.Step>> changes;
    private final SimulatedCase simulated;
    private final Map<String, ObjectNode> records = new HashMap<>();
    private long now;

    /** @param place from 0 for the first of its kind to 1 for the last */
    ScriptedCase(
            ForceCalendar calendar,
            int day,
            String id,
            double place,
            Draw draw,
            List<List<ScriptedHistory.Step>> changes) {
        this.calendar = calendar;
        this.id = id;
        this.place = place;
        this.draw = draw;
        this.changes = changes;
        this.simulated = new SimulatedCase(day, id);
        // Not later, so that a day's last case still has hours for its changes.
        this.now = calendar.hourOf(day, draw.uniform(0, 18));
    }

    /** @param event makes a change of what a record says */
    SimulatedCase live(BiFunction<EventStream, ObjectNode, SpecificRecord> event) {
        for (int i = 0; i < changes.size(); i++) {
            ScriptedHistory.Step first = changes.get(i).get(0);
            if (first.at() != null) {
                now = instant(first.at());
            } else if (i > 0) {
                pass();
            }
            ObjectNode record = records.computeIfAbsent(first.record(), none -> JSON.createObjectNode());
            changes.get(i).forEach(step -> record.setAll(filled(step.value())));
            record.put("force", Figures.FORCE)
                    .put("version", record.path("version").asInt() + 1)
                    .put("eventId", draw.uuid())
                    .put("changedAt", now);
            simulated.add(now, event.apply(EventStream.ofSlug(first.stream()).orElseThrow(), record));
            if (i > 0 && first.mark() != null) {
                simulated.mark(first.mark(), now);
            }
        }
        return simulated;
    }

    /** Lets some days pass, but never all that are left. */
    private void pass() {
        double left = (calendar.end() - now) * draw.uniform(0.3, 0.8);
        double days = draw.exponential(MEAN_DAYS_BETWEEN_CHANGES) * ForceCalendar.DAY;
        now += ForceCalendar.SECOND + (long) Math.min(days, left);
    }

    private ObjectNode filled(ObjectNode value) {
        try {
            String text = DOLLAR.matcher(value.toString())
                    .replaceAll(found -> Matcher.quoteReplacement('"' + text(found.group(1)) + '"'));
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of the scenario is no JSON any more", e);
        }
    }

    private String text(String asked) {
        if (asked.startsWith("id")) {
            return id + asked.substring(2);
        }
        if (asked.startsWith("any ")) {
            String[] choices = asked.substring(4).split("\\|");
            return choices[draw.below(choices.length)];
        }
        return Instant.ofEpochMilli(instant(asked)).toString();
    }

    private long instant(String asked) {
        int between = asked.indexOf("..");
        if (between >= 0) {
            long from = instant(asked.substring(0, between));
            return from + (long) ((instant(asked.substring(between + 2)) - from) * place);
        }
        String[] parts = asked.split(" ");
        long beginning =
                switch (parts[0]) {
                    case "at" -> now;
                    case "day" -> calendar.midnight(simulated.day());
                    case "end" -> calendar.end();
                    default ->
                        LocalDate.parse(parts[0])
                                .atTime(LocalTime.NOON)
                                .atZone(ForceCalendar.LONDON)
                                .toInstant()
                                .toEpochMilli();
                };
        return parts.length == 1
                ? beginning
                : beginning + Duration.parse(parts[1]).toMillis();
    }
}
