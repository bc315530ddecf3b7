package vaiwg.kpis.cases;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToIntFunction;
import java.util.stream.Stream;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.PartOfDay;
import vaiwg.schemas.Slugged;

/** Dimensions of answers to surveys: when what they are about was reported, by a call or otherwise, by the clock in London. */
public enum ReportTime implements Slugged {
    DAY(LondonDays::dayOfWeek, Stream.of(DayOfWeek.values()).map(DayOfWeek::name)),
    /** A time of exactly midnight stands for one that nobody recorded. */
    TIME(
            at -> LondonDays.isMidnight(at)
                    ? PartOfDay.values().length
                    : PartOfDay.of(at).ordinal(),
            Stream.concat(Stream.of(PartOfDay.values()).map(PartOfDay::name), Stream.of("UNKNOWN")));

    private final LongToIntFunction place;
    private final List<String> slugs;

    ReportTime(LongToIntFunction place, Stream<String> names) {
        this.place = place;
        this.slugs = names.map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** The place of an answer about what was reported at an instant, from 0. */
    public int of(long reportedAt) {
        return place.applyAsInt(reportedAt);
    }

    /** The names of {@link #of}, in its order. */
    public List<String> slugs() {
        return slugs;
    }
}
