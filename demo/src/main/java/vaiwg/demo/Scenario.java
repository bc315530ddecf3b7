package vaiwg.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.demo.synthetic.LiveForce;
import vaiwg.demo.synthetic.ScriptedHistory;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.demo.synthetic.Truth;
import vaiwg.jobs.SiteFiles;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.Sites;
import vaiwg.policeuk.PoliceUkArchive;
import vaiwg.policeuk.ReleaseChange;

/**
 * What a demo plays.
 *
 * @param feed the history
 * @param forces whose events it holds
 * @param catalogue the measures, with the input's numbers of people where it has any
 * @param closing which figures are printed at its end
 * @param live what goes on after the history; empty where nothing does
 * @param truth what the made-up history truly holds, counted without the job; empty for real data
 * @param report what the input was found to hold, asked for after the history was played; empty where there is nothing to tell
 * @param corrections what later releases in it changed of earlier ones, asked for after the history was played; empty where there are none
 */
public record Scenario(
        Feed feed,
        Set<String> forces,
        SerializableSupplier<Catalogue> catalogue,
        ClosingTable closing,
        Optional<Supplier<LiveForce>> live,
        Optional<Supplier<Truth>> truth,
        Optional<Supplier<String>> report,
        Optional<Supplier<List<ReleaseChange>>> corrections) {
    /** Three years of a synthetic West Midlands force. */
    public static final String WEST_MIDLANDS = "west-midlands";

    /** The paper's attrition table, from events. */
    public static final String SEED_TABLE = "seed-table";

    /** The paper's other counts, from events. */
    public static final String PAPER_COUNTS = "paper-counts";

    static final int YEARS = 3;
    /** Of the live phase: a real force records a crime every few minutes, too few to watch. */
    private static final double LIVE_VOLUME = 20;

    /** @throws CommandFailure where there is no scenario of that name */
    static void requireName(String name) {
        if (!List.of(WEST_MIDLANDS, SEED_TABLE, PAPER_COUNTS).contains(name)) {
            throw CommandFailure.wrongUsage("There is no scenario '" + name + "': choose " + WEST_MIDLANDS + ", "
                    + SEED_TABLE + " or " + PAPER_COUNTS + ".");
        }
    }

    /**
     * A history that somebody made up.
     *
     * @param end the day at whose beginning it ends; the paper's have their own
     * @throws CommandFailure where there is no scenario of that name
     */
    public static Scenario named(String name, long seed, LocalDate end) {
        requireName(name);
        if (!name.equals(WEST_MIDLANDS)) {
            return ofThePaper(ScriptedHistory.named(name, seed));
        }
        SyntheticForce force = SyntheticForce.westMidlands(seed, end.minusYears(YEARS), end);
        return synthetic(force, force.withInterventions(SyntheticForce.site()));
    }

    /**
     * The synthetic force as another, of which that is the folder.
     *
     * @param end the day after its last one
     */
    static Scenario ofSite(Sites sites, long seed, LocalDate firstDay, LocalDate end) {
        return synthetic(SyntheticForce.of(sites, seed, firstDay, end), sites);
    }

    /** @throws CommandFailure where a path holds no archive */
    public static Scenario ofArchives(List<Path> paths) {
        PoliceUkArchive archive = PoliceUkArchive.open(paths, List.of());
        return new Scenario(
                archive,
                archive.forces(),
                ShippedCatalogue::get,
                ClosingTable.ARCHIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(() -> archive.imported().text()),
                Optional.of(() -> archive.imported().changes()));
    }

    private static Scenario synthetic(SyntheticForce force, Sites sites) {
        return new Scenario(
                force,
                Set.of(force.force()),
                SiteFiles.catalogue(sites),
                ClosingTable.ofHeadlines(),
                Optional.of(() -> force.live(LIVE_VOLUME)),
                Optional.of(force::truth),
                Optional.empty(),
                Optional.empty());
    }

    private static Scenario ofThePaper(ScriptedHistory history) {
        return new Scenario(
                history,
                Set.of(SyntheticForce.FORCE),
                ShippedCatalogue::get,
                ClosingTable.of(history.closing()),
                Optional.empty(),
                Optional.of(history::truth),
                Optional.empty(),
                Optional.empty());
    }
}
