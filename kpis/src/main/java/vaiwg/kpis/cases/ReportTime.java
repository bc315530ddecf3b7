package vaiwg.kpis.cases;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongToIntFunction;
import java.util.stream.Stream;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.PartOfDay;

/** Dimensions of answers to surveys: when what they are about was reported, by a call or otherwise, by the clock in London. */
public enum ReportTime {
    DAY(
            LondonDays::dayOfWeek,
            Stream.of(DayOfWeek.values())
                    .map(day -> new Value(day.name(), day.getDisplayName(TextStyle.FULL, Locale.UK)))),
    /** A time of exactly midnight stands for one that nobody recorded. */
    TIME(
            at -> LondonDays.isMidnight(at)
                    ? PartOfDay.values().length
                    : PartOfDay.of(at).ordinal(),
            Stream.concat(
                    Stream.of(PartOfDay.values()).map(part -> new Value(part.name(), part.words())),
                    Stream.of(new Value("UNKNOWN", "time not recorded"))));

    private final LongToIntFunction place;
    private final List<Value> values;

    private record Value(String name, String words) {
        String slug() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    ReportTime(LongToIntFunction place, Stream<Value> values) {
        this.place = place;
        this.values = values.toList();
    }

    /** The key that slices have for it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The place of an answer about what was reported at an instant, from 0. */
    public int of(long reportedAt) {
        return place.applyAsInt(reportedAt);
    }

    /** The names of {@link #of}, in its order. */
    public List<String> slugs() {
        return values.stream().map(Value::slug).toList();
    }

    /** The slices by it, each with its words. */
    public Map<String, String> slices() {
        Map<String, String> slices = new LinkedHashMap<>();
        values.forEach(value -> slices.put(key() + "=" + value.slug(), value.words));
        return slices;
    }
}
