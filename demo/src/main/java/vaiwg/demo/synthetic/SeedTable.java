package vaiwg.demo.synthetic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedRecord;

/**
 * A history of 365 days at whose end the figures are exactly those of the paper's table of outcome 16 (<i>Victims and
 * VAIWG</i>, 2021): the crimes recorded in these days, and those of them with outcome 16 by then. On the way crimes are
 * cancelled, reclassified and marked late, outcomes are changed and taken back, records come late and twice, so that whoever
 * counts events instead of crimes gets other figures.
 *
 * <p>The paper says neither the period nor how its rows overlap. Assumed here: 365 days; domestic abuse overlays 90 % of
 * stalking, 22.5 % of harassment and a few sexual offences, and the rest of its row lies outside the other three.
 */
public final class SeedTable implements Feed {
    /** The rows of the table, domestic abuse last: it overlaps the others. */
    public static final List<Truth.Total> ROWS = List.of(
            new Truth.Total("rape", 1_275, 694),
            new Truth.Total("other_sexual", 1_399, 587),
            new Truth.Total("stalking_harassment", 13_448, 5_613),
            new Truth.Total("domestic_abuse", 17_478, 12_338));

    /** The parts that do not overlap; they add up to the rows, the parts of domestic abuse to the last one. */
    private static final List<Part> PARTS = List.of(
            new Part(OffenceGroup.RAPE, true, 40, 30),
            new Part(OffenceGroup.RAPE, false, 1_235, 664),
            new Part(OffenceGroup.OTHER_SEXUAL, true, 30, 18),
            new Part(OffenceGroup.OTHER_SEXUAL, false, 1_369, 569),
            new Part(OffenceGroup.STALKING, true, 1_766, 1_246),
            new Part(OffenceGroup.STALKING, false, 196, 55),
            new Part(OffenceGroup.HARASSMENT, true, 2_584, 1_824),
            new Part(OffenceGroup.HARASSMENT, false, 8_902, 2_488),
            new Part(OffenceGroup.DOMESTIC, true, 13_058, 9_220));

    /** Crimes that must not count, beside those that do: removed, and reclassified out of every theme. */
    private static final double REMOVED = 0.04;

    private static final double RECLASSIFIED_OUT = 0.02;
    private static final int ORPHANS = 40;
    private static final int DAYS = 365;
    /** The end of the history where none is asked for: the autumn of the paper. */
    private static final LocalDate END_DAY = LocalDate.of(2021, 10, 1);

    private static final long DAY_OF_CASE = 71;
    /** Measured. */
    private static final double RECORDS_A_CRIME = 2.3;

    private final long seed;
    private final ForceCalendar calendar;

    private record Part(OffenceGroup group, boolean domestic, int recorded, int outcome16) {}

    private SeedTable(long seed, LocalDate endDay) {
        this.seed = seed;
        calendar = new ForceCalendar(endDay.minusDays(DAYS), endDay);
    }

    /** The table at 1 October 2021. */
    public static SeedTable feed(long seed) {
        return feed(seed, END_DAY);
    }

    /** The table at the midnight with which a day begins. */
    public static SeedTable feed(long seed, LocalDate endDay) {
        return new SeedTable(seed, endDay);
    }

    @Override
    public String describe() {
        return "the paper's table of outcome 16, seed " + seed + ", 365 days to " + calendar.date(DAYS - 1);
    }

    @Override
    public long expectedRecords() {
        return (long) (PARTS.stream().mapToInt(Part::recorded).sum() * RECORDS_A_CRIME);
    }

    @Override
    public Instant end() {
        return Instant.ofEpochMilli(calendar.end());
    }

    @Override
    public void play(Consumer<FeedRecord> sink) {
        run(sink);
    }

    /** Runs the history without handing it over and counts what is true of it: the rows, and how often each disturbance occurred. */
    public Truth truth() {
        return run(record -> {}).truth();
    }

    private Simulation run(Consumer<FeedRecord> sink) {
        Map<Integer, List<SeedTableCase>> cases = cases();
        Simulation simulation = new Simulation(
                seed,
                calendar,
                (day, taker) -> cases.getOrDefault(day, List.of()).forEach(one -> taker.accept(one.live())));
        simulation.run(sink);
        return simulation;
    }

    private Map<Integer, List<SeedTableCase>> cases() {
        Map<Integer, List<SeedTableCase>> cases = new HashMap<>();
        for (Part part : PARTS) {
            add(cases, part, SeedTableCase.Fate.OUTCOME_16, part.outcome16());
            add(cases, part, SeedTableCase.Fate.OTHERWISE, part.recorded() - part.outcome16());
            add(cases, part, SeedTableCase.Fate.REMOVED, (int) Math.ceil(part.recorded() * REMOVED));
            add(cases, part, SeedTableCase.Fate.RECLASSIFIED_OUT, (int) Math.ceil(part.recorded() * RECLASSIFIED_OUT));
        }
        Part stray = new Part(OffenceGroup.DOMESTIC, true, 0, 0);
        add(cases, stray, SeedTableCase.Fate.ORPHAN, ORPHANS);
        return cases;
    }

    private void add(Map<Integer, List<SeedTableCase>> cases, Part part, SeedTableCase.Fate fate, int count) {
        long domestic = part.domestic() ? 1 : 0;
        for (int number = 0; number < count; number++) {
            int day = Draw.at(seed, DAY_OF_CASE, part.group().ordinal(), domestic, fate.ordinal(), number)
                    .below(DAYS);
            List<SeedTableCase> ofDay = cases.computeIfAbsent(day, key -> new ArrayList<>());
            CasePlan plan = CasePlan.ordinary(day, part.group(), ofDay.size());
            ofDay.add(new SeedTableCase(seed, calendar, plan, part.domestic(), fate));
        }
    }
}
