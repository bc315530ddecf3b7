package vaiwg.verification.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.kpis.reference.Sites;

/** The engine against the oracle, on random histories: every published value, every revised day, every late event. */
class PureOracleIT {
    /** Every kind of force is among them. What they do not meet is looked for in some more at a time, up to a thousand in all. */
    private static final int FORCES = Integer.getInteger("vaiwg.oracle.forces", 80);

    private static final int MORE = 20;
    private static final int ALL = Math.max(FORCES, 1_000);
    /** Enough that deadlines lie within a shortened list of bank holidays, and beyond it. */
    private static final int OF_A_SHORT_LIST = 20;

    private static final int SNAPSHOTS = 5;
    private static final int SHOWN = 12;
    private static final int EXPLAINED = 3;

    /**
     * What no history has anything of: a measure on a basis, and a window of any measure. One code cuts all windows of a length, whoever's
     * they are, so not each measure has to be met in each: what happens once in years would take hundreds of forces.
     */
    private static final String NEVER_MET = """
            WITH asked AS (
                SELECT kpi, basis, "window" FROM basis_window
                UNION
                SELECT kpi, basis, "window" FROM estimated JOIN event_window USING (unit))
            SELECT DISTINCT concat_ws(' ', kpi, basis) FROM asked WHERE (kpi, basis) NOT IN (SELECT (kpi, basis) FROM met)
            UNION ALL
            SELECT DISTINCT concat_ws(' ', regexp_replace(basis, '\\d+', ''), "window") FROM asked
            WHERE (regexp_replace(basis, '\\d+', ''), "window") NOT IN (SELECT (regexp_replace(basis, '\\d+', ''), "window") FROM met)
            UNION ALL
            SELECT 'a history that starts again' WHERE NOT EXISTS (SELECT 1 FROM history GROUP BY force HAVING count(*) > 1)
            UNION ALL
            SELECT kpi FROM standardised WHERE kpi NOT IN (SELECT kpi FROM standardised_met)
            """;

    private final long seed = Seed.of("oracle");
    private final RandomHistories histories = new RandomHistories(seed);
    private final String people = SomePeople.of(ALL + MORE, seed);
    private final String deprivation = SmallAreas.deprivation(seed);
    private final String areas =
            RandomForces.areas(IntStream.rangeClosed(1, ALL + MORE).boxed().toList());
    private Catalogue catalogue = RandomForces.catalogue(areas, Optional.of(people), Optional.of(deprivation));
    /** Those that are shipped, where null. */
    private String bankHolidays;

    @Test
    void the_engine_agrees_with_a_computation_over_the_raw_log() throws Exception {
        Set<String> neverMet = playAndCompare(1, FORCES, NEVER_MET);
        // What is rare may be missed by chance: then some more forces are played, and compared too.
        for (int played = FORCES; !neverMet.isEmpty() && played < ALL; played += MORE) {
            System.out.println("oracle: after " + played + " forces no history has met " + neverMet);
            neverMet.retainAll(playAndCompare(1 + played, MORE, NEVER_MET));
        }
        assertThat(neverMet).as("measures that no history met, seed " + seed).isEmpty();
    }

    /** Histories begin in 2021 and go on beyond the year: what is due after it has no deadline. */
    @Test
    void where_the_list_of_bank_holidays_ends_within_a_history_no_deadline_is_computed_beyond_it() throws Exception {
        bankHolidays = ReferenceFile.read("bank-holidays.csv")
                .text()
                .lines()
                .filter(line -> !line.startsWith("20") || line.compareTo("2022") < 0)
                .collect(Collectors.joining("\n"));
        catalogue = new Catalogue(ShippedCatalogue.get().measures(), CodeMaps.of(this::referenceFile));
        Set<String> isKnown = playAndCompare(
                1, OF_A_SHORT_LIST, "SELECT DISTINCT referral_deadline_known::VARCHAR FROM case_by_its_steps");
        assertThat(isKnown).as("deadlines within the list and beyond it").containsExactlyInAnyOrder("true", "false");
    }

    private ReferenceFile referenceFile(String name) {
        return switch (name) {
            case "bank-holidays.csv" -> ReferenceFile.of(name, bankHolidays);
            case RandomForces.AREAS -> ReferenceFile.of(name, areas);
            case "denominators.csv" -> ReferenceFile.of(name, people);
            case "deprivation.csv" -> ReferenceFile.of(name, deprivation);
            default -> CodeMaps.files(Sites.shipped()).apply(name);
        };
    }

    /** Returns what the oracle answers to a question about these forces. */
    private Set<String> playAndCompare(int first, int number, String question) throws Exception {
        Map<String, History> byForce = new LinkedHashMap<>();
        Map<String, List<LocalDate>> wanted = new LinkedHashMap<>();
        for (int force = first; force < first + number; force++) {
            History ordinary = RepeatedVersions.in(histories.of(force));
            StrayRecords strays = new StrayRecords(ordinary, force);
            byForce.put(ordinary.force(), strays.history());
            wanted.put(ordinary.force(), strays.snapshots(histories.snapshots(ordinary, force, SNAPSHOTS)));
        }
        try (Oracle oracle = withPeople()) {
            List<String> differing = compare(oracle, byForce.values().stream().toList(), wanted);
            for (String force : differing.subList(0, Math.min(EXPLAINED, differing.size()))) {
                explain(byForce.get(force), wanted.get(force), oracle.differences(force, SHOWN));
            }
            assertThat(differing).as("forces that differ, seed " + seed).isEmpty();
            return new LinkedHashSet<>(oracle.query(question));
        }
    }

    private List<String> compare(Oracle oracle, List<History> some, Map<String, List<LocalDate>> wanted)
            throws SQLException, Rejection {
        List<LogRecord> logs = new ArrayList<>();
        try (ActualRows actual = new ActualRows(catalogue, oracle)) {
            for (History history : some) {
                List<LogRecord> log = Log.of(history.force() + ".", List.of(history));
                logs.addAll(log);
                oracle.want(history.force(), wanted.get(history.force()));
                new PureRun(catalogue, actual, history.force(), wanted.get(history.force())).play(log, history.seed());
            }
        }
        // At once: a table is made ready for rows anew each time.
        oracle.load(logs);
        oracle.compute();
        return oracle.forcesThatDiffer();
    }

    /** Prints what differs, and the smallest part of the history in which anything still does. */
    private void explain(History history, List<LocalDate> wanted, List<String> differences)
            throws SQLException, Rejection {
        System.out.println("\n" + history);
        differences.forEach(System.out::println);
        History smallest = history;
        Set<String> subjects = new LinkedHashSet<>();
        history.records().forEach(record -> subjects.add(record.key()));
        for (String subject : subjects) {
            smallest = withoutIfItStillDiffers(
                    smallest, wanted, keep -> !keep.key().equals(subject));
        }
        for (FeedRecord one : smallest.records()) {
            smallest = withoutIfItStillDiffers(smallest, wanted, keep -> keep != one);
        }
        System.out.println("smallest:");
        try (Oracle oracle = withPeople()) {
            compare(oracle, List.of(smallest), Map.of(smallest.force(), wanted));
            oracle.differences(smallest.force(), SHOWN).forEach(System.out::println);
        }
        Log.of(smallest.force() + ".", List.of(smallest)).stream()
                .filter(record -> record.key() != null)
                .forEach(record -> System.out.println(record.describe()));
    }

    private Oracle withPeople() throws SQLException {
        Oracle oracle = new Oracle();
        oracle.replaceAreas(areas);
        oracle.loadDenominators(people);
        oracle.loadDeprivation(deprivation);
        if (bankHolidays != null) {
            oracle.replaceBankHolidays(bankHolidays);
        }
        return oracle;
    }

    private History withoutIfItStillDiffers(History history, List<LocalDate> wanted, Predicate<FeedRecord> keep)
            throws SQLException, Rejection {
        List<FeedRecord> fewer = new ArrayList<>(history.records());
        fewer.removeIf(keep.negate());
        History smaller = history.with(fewer);
        try (Oracle oracle = withPeople()) {
            return compare(oracle, List.of(smaller), Map.of(history.force(), wanted))
                            .isEmpty()
                    ? history
                    : smaller;
        }
    }
}
