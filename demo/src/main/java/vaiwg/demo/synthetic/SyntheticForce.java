package vaiwg.demo.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;

/**
 * The history of a synthetic force: crimes, outcomes, stalking management and what follows from them, with the volumes, delays and corrections of
 * {@link Figures}. The same seed and days give the same records, byte for byte.
 */
public final class SyntheticForce implements Feed {
    /** Its slug. */
    public static final String FORCE = Figures.FORCE;

    /** Records a crime: its versions, those of its outcome, the steps that follow, copies; measured. */
    private static final double RECORDS_A_CRIME = 6.2;

    private final long seed;
    private final ForceCalendar calendar;
    private final Intake intake;
    private final String force;
    private final UnaryOperator<SimulatedCase> told;
    /** Null until the history has run to its end. */
    private Truth truth;

    private SyntheticForce(
            long seed,
            LocalDate firstDay,
            LocalDate endDay,
            String force,
            Sites sites,
            UnaryOperator<SimulatedCase> told) {
        this.seed = seed;
        this.force = force;
        this.told = told;
        calendar = new ForceCalendar(firstDay, endDay);
        intake = new Intake(seed, calendar, sites, force);
    }

    /**
     * A force of the size of the West Midlands.
     *
     * @param firstDay first London day of the history
     * @param endDay the day after its last one
     * @throws IllegalArgumentException if endDay is not after firstDay
     */
    public static SyntheticForce westMidlands(long seed, LocalDate firstDay, LocalDate endDay) {
        return new SyntheticForce(seed, firstDay, endDay, FORCE, Sites.shipped(), UnaryOperator.identity());
    }

    /**
     * The same told of another force.
     *
     * @param sites the folder of that force alone
     */
    public static SyntheticForce of(Sites sites, long seed, LocalDate firstDay, LocalDate endDay) {
        String force = sites.forces().first();
        return new SyntheticForce(seed, firstDay, endDay, force, sites, new OfSite(force, sites));
    }

    /** The force's slug. */
    public String force() {
        return force;
    }

    long seed() {
        return seed;
    }

    ForceCalendar calendar() {
        return calendar;
    }

    Intake intake() {
        return intake;
    }

    UnaryOperator<SimulatedCase> told() {
        return told;
    }

    void casesOf(int day, Consumer<SimulatedCase> sink) {
        intake.casesOf(day, simulated -> sink.accept(told.apply(simulated)));
    }

    /** A site with what the force did in its history. */
    public Sites withInterventions(Sites site) {
        return site.with(
                FORCE,
                SiteFile.INTERVENTIONS,
                resource("/synthetic/interventions.csv").replace("IMPROVED", dateOf("improved_from_day")));
    }

    /**
     * The site of its force, with how many people its rates are for; these are invented like everything else about it.
     *
     * @throws UncheckedIOException where the build's own file cannot be read
     */
    public static Sites site() {
        return Sites.shipped().with(FORCE, SiteFile.DENOMINATORS, denominators());
    }

    /** How many people its rates are for, as the site's file says it. */
    public static String denominators() {
        return resource("/synthetic/denominators.csv");
    }

    private static String resource(String path) {
        try (InputStream in = SyntheticForce.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String describe() {
        return "a synthetic force, seed " + seed + ", " + calendar.date(0) + " to "
                + calendar.date(calendar.days() - 1);
    }

    @Override
    public long expectedRecords() {
        double crimes = 0;
        for (int day = 0; day < calendar.days(); day++) {
            for (OffenceGroup group : OffenceGroup.values()) {
                crimes += intake.expected(group, day);
            }
        }
        return (long) (crimes * RECORDS_A_CRIME);
    }

    @Override
    public Instant end() {
        return Instant.ofEpochMilli(calendar.end());
    }

    @Override
    public void play(Consumer<FeedRecord> sink) {
        run(sink);
    }

    /** What is true of the history. It is counted while the history runs: before it has, this takes as long as playing it. */
    public Truth truth() {
        if (truth == null) {
            run(record -> {});
        }
        return truth;
    }

    /** What is planted for the daily alarm to find, in the order of its days; only what begins within the history. */
    public List<Truth.Planted> planted() {
        Truth.Planted rise = new Truth.Planted("rise", SyntheticTheme.RAPE.slug(), dateOf("rise_from_day"), null);
        Truth.Planted error = new Truth.Planted(
                "error", SyntheticTheme.OTHER_SEXUAL.slug(), dateOf("error_day"), dateOf("error_corrected_day"));
        String end = calendar.date(calendar.days()).toString();
        return Stream.of(rise, error)
                .filter(one ->
                        Objects.requireNonNullElse(one.corrected(), one.from()).compareTo(end) < 0)
                .toList();
    }

    private String dateOf(String day) {
        return calendar.date(Figures.whole(day)).toString();
    }

    /**
     * The same force from the end of its history on; runs the history once more to know the open cases.
     *
     * @param volume how many times the usual number of crimes and outcomes is made, at least 1; time itself is not quickened
     * @throws IllegalArgumentException if the volume is below 1
     */
    public LiveForce live(double volume) {
        Simulation past = run(record -> {});
        return new LiveForce(this, past.future(), past.versions(), volume);
    }

    private Simulation run(Consumer<FeedRecord> sink) {
        Simulation simulation = new Simulation(seed, calendar, this::casesOf);
        simulation.run(sink);
        truth = simulation.truth().withPlanted(planted());
        return simulation;
    }
}
