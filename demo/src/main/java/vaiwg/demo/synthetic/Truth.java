package vaiwg.demo.synthetic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.board.files.PrivateFiles;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;

/**
 * What is true of a synthetic history, counted from its cases and not through the job.
 *
 * @param firstDay first day, as an ISO date
 * @param endDay the day after the last one
 * @param toDate for each theme, all crimes of the history and those with outcome 16, as known at the end
 * @param matured for each theme and horizon, the crimes old enough at the end
 * @param events distinct events of each stream before the end, without copies
 * @param disturbances how often each kind of disturbance occurred before the end
 * @param shortfalls records that a source had and sent days later, so that its control totals say that they are missing
 * @param planted changes made for the daily alarm to find, in their order; none in a history that ends before them
 */
public record Truth(
        String firstDay,
        String endDay,
        List<Total> toDate,
        List<Cohort> matured,
        Map<String, Long> events,
        Map<String, Long> disturbances,
        List<Shortfall> shortfalls,
        List<Planted> planted) {
    /** The horizons in days. */
    public static final List<Integer> HORIZONS = List.of(28, 90, 180, 365);

    private static final String VICTIM_DOES_NOT_SUPPORT = "16";

    /**
     * Crimes of a theme.
     *
     * @param recorded active crimes as known at the end
     * @param outcome16 of those, with outcome 16 as their current outcome
     */
    public record Total(String theme, long recorded, long outcome16) {}

    /**
     * Crimes of a theme recorded on the days c with c + horizon &lt; end day, so that the whole horizon is past.
     *
     * @param recorded active crimes as known at the end
     * @param outcome16 of those, with outcome 16 assigned within the horizon (day of assignment &minus; day of recording &lt;
     *     horizon), as known at the end
     * @param recordedFinally, outcome16Finally the same once every change to come has been made: what an estimator aims at
     */
    public record Cohort(
            String theme,
            int horizonDays,
            long recorded,
            long outcome16,
            long recordedFinally,
            long outcome16Finally) {}

    /**
     * A change that was planted.
     *
     * @param kind {@code rise} of the hazard of outcome 16, or {@code error}: outcomes 16 entered by mistake
     * @param theme in which
     * @param from the first day of the rise, or the day of the mistake, as an ISO date
     * @param corrected the day on which it was taken back; null where it lasts
     */
    public record Planted(String kind, String theme, String from, String corrected) {}

    /**
     * Records that were held back.
     *
     * @param day on which they were changed, as an ISO date
     * @param mended the day on which they were sent
     */
    public record Shortfall(String stream, String day, long missing, String mended) {}

    /** The same with what was planted in the history. */
    Truth withPlanted(List<Planted> changes) {
        return new Truth(firstDay, endDay, toDate, matured, events, disturbances, shortfalls, changes);
    }

    /** Writes the truth as indented JSON. */
    public void writeTo(Path file) throws IOException {
        PrivateFiles.replace(
                file,
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(this));
    }

    /** Counts while a history runs. */
    static final class Tally {
        private final ForceCalendar calendar;
        private final long[][] toDate = new long[SyntheticTheme.values().length][2];
        private final long[][][] matured = new long[SyntheticTheme.values().length][HORIZONS.size()][4];
        private final Map<String, Long> events = new TreeMap<>();
        private final Map<String, Long> disturbances = new TreeMap<>();
        private long heldBack;

        Tally(ForceCalendar calendar) {
            this.calendar = calendar;
            for (Disturbance kind : Disturbance.values()) {
                disturbances.put(kind.slug(), 0L);
            }
        }

        void count(EventStream stream) {
            events.merge(stream.slug(), 1L, Long::sum);
        }

        void countHeldBack() {
            heldBack++;
        }

        void count(Disturbance kind) {
            disturbances.merge(kind.slug(), 1L, Long::sum);
        }

        void add(SimulatedCase simulated) {
            for (SimulatedCase.Mark mark : simulated.marks()) {
                if (mark.at() < calendar.end()) {
                    count(mark.kind());
                }
            }
            Standing atEnd = standing(simulated, calendar.end());
            Standing inTheEnd = standing(simulated, Long.MAX_VALUE);
            for (SyntheticTheme theme : SyntheticTheme.values()) {
                if (atEnd.in(theme)) {
                    toDate[theme.ordinal()][0]++;
                    toDate[theme.ordinal()][1] += atEnd.age16() < Integer.MAX_VALUE ? 1 : 0;
                }
                for (int i = 0; i < HORIZONS.size(); i++) {
                    if (simulated.day() + HORIZONS.get(i) < calendar.days()) {
                        tally(matured[theme.ordinal()][i], 0, atEnd, theme, HORIZONS.get(i));
                        tally(matured[theme.ordinal()][i], 2, inTheEnd, theme, HORIZONS.get(i));
                    }
                }
            }
        }

        private static void tally(long[] counts, int at, Standing standing, SyntheticTheme theme, int horizon) {
            if (standing.in(theme)) {
                counts[at]++;
                counts[at + 1] += standing.age16() < horizon ? 1 : 0;
            }
        }

        /** How a case stands when only changes before an instant are known. */
        private Standing standing(SimulatedCase simulated, long before) {
            CrimeRecording crime = null;
            Outcome outcome = null;
            for (SyntheticChange change : simulated.changes()) {
                if (change.changedAt() < before) {
                    if (change.value() instanceof CrimeRecording version) {
                        crime = version;
                    } else if (change.value() instanceof Outcome version) {
                        outcome = version;
                    }
                }
            }
            boolean active = crime != null
                    && crime.getStatus() == CrimeStatus.ACTIVE
                    && crime.getOffenceCode() != null
                    && !OffenceCodes.REPORTED_RAPE.equals(crime.getOffenceCode());
            boolean ended = outcome != null && VICTIM_DOES_NOT_SUPPORT.equals(outcome.getOutcomeType());
            int age = ended
                    ? Math.max(0, calendar.dayOf(outcome.getAssignedAt().toEpochMilli()) - simulated.day())
                    : Integer.MAX_VALUE;
            return new Standing(active ? crime : null, age);
        }

        Truth truth() {
            List<Total> totals = new ArrayList<>();
            List<Cohort> cohorts = new ArrayList<>();
            for (SyntheticTheme theme : SyntheticTheme.values()) {
                long[] total = toDate[theme.ordinal()];
                totals.add(new Total(theme.slug(), total[0], total[1]));
                for (int i = 0; i < HORIZONS.size(); i++) {
                    long[] counts = matured[theme.ordinal()][i];
                    cohorts.add(new Cohort(theme.slug(), HORIZONS.get(i), counts[0], counts[1], counts[2], counts[3]));
                }
            }
            LocalDate endDay = calendar.date(calendar.days());
            return new Truth(
                    calendar.date(0).toString(),
                    endDay.toString(),
                    totals,
                    cohorts,
                    events,
                    disturbances,
                    shortfalls(),
                    List.of());
        }

        private List<Shortfall> shortfalls() {
            return heldBack == 0
                    ? List.of()
                    : List.of(new Shortfall(
                            PlantedShortfall.STREAM.slug(),
                            calendar.date(Figures.whole("shortfall_day")).toString(),
                            heldBack,
                            calendar.date(Figures.whole("shortfall_mended_day")).toString()));
        }
    }

    /** An active crime, or null, and the age in days at which outcome 16 was assigned. */
    private record Standing(CrimeRecording crime, int age16) {
        boolean in(SyntheticTheme theme) {
            return crime != null && theme.holds(crime.getOffenceCode(), crime.getFlags());
        }
    }
}
