package vaiwg.verification.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.synthetic.PartOfForce;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.engine.panes.FigureParts;
import vaiwg.jobs.explain.Counted;
import vaiwg.jobs.explain.Explanation;
import vaiwg.jobs.explain.Figure;
import vaiwg.jobs.explain.FigureListener;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.replay.LogPlayer;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.kpis.Seed;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.verification.PageBlock;

/**
 * Explanations against the oracle, on random histories and on a part of the demonstration: what the cases behind a figure add up
 * to is what DuckDB computes from the raw log, and where the oracle keeps by case or by person what counts, they are these cases and persons. How
 * many of the demonstration's are compared so stands in {@code docs/figures.md}; {@code -Dvaiwg.golden.write=true} writes it.
 */
class ExplainIT {
    private static final List<Integer> FORCES = List.of(2, 3, 5, 6, 13, 16, 23);
    private static final int SNAPSHOTS = 3;
    /** Of each random force. */
    private static final int FIGURES = Integer.getInteger("vaiwg.explain.figures", 40);

    /** Of the demonstration. */
    private static final int OF_DEMONSTRATION = 200;

    private static final LocalDate END = LocalDate.of(2026, 10, 1);
    /** In so many figures one is drawn that is rather of no case: these add up whatever is kept. */
    private static final int ONE_EMPTY_IN = 4;

    /** One suspect in so many of the demonstration's. */
    private static final int ONE_IN = 300;

    private static final String OF_ADDRESSES = "da_places_again";
    /** The others that count who or what is present count people. */
    private static final Set<String> OF_PLACES = Set.of("repeat_location_share", OF_ADDRESSES);

    private static final String SOME = """
            SELECT kpi, basis, "window", slice, as_at, numerator, denominator FROM expected_value
            WHERE force = '%s' ORDER BY kpi, basis, "window", slice, as_at
            """;
    private static final String BY_CASE = """
            SELECT k.crime_reference AS who, sum(p.numerator)::INTEGER AS numerator, sum(p.denominator)::INTEGER AS denominator
            FROM contribution_in_window p
            JOIN known_case k ON k.id = p.id
            LEFT JOIN value_of_dimension v ON v.kpi = p.kpi
            WHERE p.force = '%s' AND coalesce(v.measure, p.kpi) = '%s' AND p.basis = '%s' AND p."window" = '%s'
                AND CASE WHEN v.kpi IS NULL THEN p.slice ELSE with_cut(p.slice, v.cut) END = '%s' AND p.as_at = DATE '%s'
            GROUP BY who HAVING sum(p.numerator) <> 0 OR sum(p.denominator) <> 0
            """;
    private static final String BY_PERSON = """
            SELECT p.person AS who, count(*) FILTER (p.part)::INTEGER AS numerator, count(*)::INTEGER AS denominator
            FROM person_value p
            LEFT JOIN value_of_dimension v ON v.kpi = p.kpi
            WHERE p.force = '%s' AND coalesce(v.measure, p.kpi) = '%s' AND p.basis = '%s' AND p."window" = '%s'
                AND CASE WHEN v.kpi IS NULL THEN p.slice ELSE with_cut(p.slice, v.cut) END = '%s' AND p.as_at = DATE '%s'
            GROUP BY who
            """;

    private final long seed = Seed.of("explain");
    private final Random random = new Random(seed);
    private final RandomHistories histories = new RandomHistories(seed);
    private final String people = SomePeople.of(23, seed);
    private final String deprivation = SmallAreas.deprivation(seed);
    private final String areas = RandomForces.areas(FORCES);
    private final Catalogue catalogue = RandomForces.catalogue(areas, Optional.of(people), Optional.of(deprivation));
    /** By measure and basis. */
    private final Map<List<String>, String> kinds = new HashMap<>();

    private int withCases;
    private int byCase;
    private int byPerson;
    private int bySum;

    /** A figure of the oracle's, by the names under which it is published. */
    private record Wanted(
            String kpi, String basis, String window, String slice, LocalDate asAt, int numerator, Integer denominator) {
        static Wanted of(ResultSet row) throws SQLException {
            return new Wanted(
                    row.getString("kpi"),
                    row.getString("basis"),
                    row.getString("window"),
                    row.getString("slice"),
                    LocalDate.parse(row.getString("as_at")),
                    row.getInt("numerator"),
                    (Integer) row.getObject("denominator"));
        }
    }

    @Test
    void for_random_figures_the_cases_are_those_that_the_oracle_counts() throws Exception {
        Map<String, List<LogRecord>> logs = new LinkedHashMap<>();
        try (Oracle oracle = new Oracle()) {
            oracle.replaceAreas(areas);
            oracle.loadDenominators(people);
            oracle.loadDeprivation(deprivation);
            for (int force : FORCES) {
                History history = histories.of(force);
                List<LogRecord> log = Log.of(history.force() + ".", List.of(history));
                logs.put(history.force(), log);
                oracle.load(log);
                oracle.want(history.force(), histories.snapshots(history, force, SNAPSHOTS));
            }
            oracle.compute();
            for (Map.Entry<String, List<LogRecord>> one : logs.entrySet()) {
                List<Wanted> drawn = draw(all(oracle, one.getKey()), catalogue, FIGURES);
                compare(oracle, catalogue, one.getKey(), one.getValue(), drawn);
            }
        }
        assertThat(byCase).as("figures whose cases the oracle keeps").isGreaterThan(FIGURES);
        assertThat(byPerson).as("figures whose people or places it keeps").isPositive();
    }

    @Test
    void for_random_figures_of_a_part_of_the_demonstration_likewise() throws Exception {
        SyntheticForce force = SyntheticForce.westMidlands(7, END.minusYears(3), END);
        List<FeedRecord> records = new ArrayList<>();
        PartOfForce.play(force, ONE_IN, next -> {
            if (next.key() != null) {
                records.add(next);
            }
        });
        History history = new History(SyntheticForce.FORCE, 7, END.minusYears(3), END, records);
        List<LogRecord> log = Log.of(history.force() + ".", List.of(history));
        try (Oracle oracle = new Oracle()) {
            oracle.loadDenominators(SyntheticForce.FORCE, SyntheticForce.denominators());
            oracle.load(log);
            oracle.want(history.force(), List.of(END.minusMonths(12), END.minusDays(17), END));
            oracle.compute();
            Catalogue published = ShippedCatalogue.of(SyntheticForce.site());
            List<Wanted> all = all(oracle, history.force());
            List<Wanted> drawn = draw(all, published, OF_DEMONSTRATION);
            assertThat(drawn).hasSize(OF_DEMONSTRATION);
            assertThat(names(drawn, published))
                    .as("kinds, bases and windows that are drawn")
                    .isEqualTo(names(all, published))
                    .contains("COUNT", "SHARE", "PERCENTILE", "stock", "people", "places");
            compare(oracle, published, history.force(), log, drawn);
        }
        String compared = """
                Of %d figures, drawn so that each kind, basis and window is among them, %d name the cases that are counted there,
                %d the people or places; of %d only sums are kept there, or nobody counts, and they are the same.
                """.formatted(OF_DEMONSTRATION, byCase, byPerson, bySum);
        System.out.print(compared);
        assertThat(byCase + byPerson + bySum).as(compared).isEqualTo(OF_DEMONSTRATION);
        if (seed == Seed.ALWAYS) {
            PageBlock.compare("figures.md", "explain compared", compared);
        }
        assertThat(withCases).as("figures that have cases").isGreaterThan(OF_DEMONSTRATION / 2);
        // Of steps, orders and all that is no case, and of percentiles, the oracle keeps sums alone: there they add up.
        assertThat(byCase).as("figures whose cases the oracle keeps").isGreaterThan(OF_DEMONSTRATION / 4);
        assertThat(byPerson).as("figures whose people or places it keeps").isPositive();
    }

    private static List<Wanted> all(Oracle oracle, String force) throws SQLException {
        List<Wanted> all = new ArrayList<>();
        oracle.forEachRow(SOME.formatted(force), row -> all.add(Wanted.of(row)));
        return all;
    }

    /**
     * One of each kind, basis and window after the other: most figures are shares of cases over a year, by some slice. Most of them count
     * something, as far as there are such.
     */
    private List<Wanted> draw(List<Wanted> all, Catalogue published, int most) {
        List<Wanted> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        Map<List<String>, Deque<Wanted>> alike = new LinkedHashMap<>();
        for (Wanted wanted : shuffled) {
            Deque<Wanted> likewise = alike.computeIfAbsent(names(wanted, published), names -> new ArrayDeque<>());
            if (wanted.numerator > 0) {
                likewise.addFirst(wanted);
            } else {
                likewise.addLast(wanted);
            }
        }
        List<Wanted> drawn = new ArrayList<>();
        while (drawn.size() < Math.min(most, all.size())) {
            alike.values().removeIf(Deque::isEmpty);
            alike.values().stream()
                    .limit((long) most - drawn.size())
                    .map(this::next)
                    .forEach(drawn::add);
        }
        return drawn;
    }

    private Wanted next(Deque<Wanted> alike) {
        return random.nextInt(ONE_EMPTY_IN) == 0 ? alike.pollLast() : alike.pollFirst();
    }

    private Set<String> names(List<Wanted> figures, Catalogue published) {
        Set<String> names = new TreeSet<>();
        figures.forEach(wanted -> names.addAll(names(wanted, published)));
        return names;
    }

    /** What a figure counts and how it adds up, its basis and its window. */
    private List<String> names(Wanted wanted, Catalogue published) {
        String kind = kinds.computeIfAbsent(
                List.of(wanted.kpi, wanted.basis),
                key -> published.columns().stream()
                        .filter(column -> column.measure().slug().equals(wanted.kpi))
                        .filter(column -> column.basis().slug().equals(wanted.basis))
                        .map(ExplainIT::kind)
                        .findFirst()
                        .orElseThrow());
        return List.of(kind, wanted.basis, wanted.window);
    }

    private static String kind(Column column) {
        if (column.isPresence()) {
            return OF_PLACES.contains(column.measure().slug()) ? "places" : "people";
        }
        if (column.isOfAges()) {
            return "ages of a stock";
        }
        return column.isStock() ? "stock" : column.measure().kind().name();
    }

    private void compare(Oracle oracle, Catalogue published, String force, List<LogRecord> log, List<Wanted> drawn)
            throws SQLException {
        Map<Wanted, FigureListener> heard = new LinkedHashMap<>();
        Map<Wanted, Figure> figures = new LinkedHashMap<>();
        FigureParts parts = new FigureParts(published);
        for (Wanted wanted : drawn) {
            Figure figure = Figure.find(published, force, wanted.kpi, wanted.basis, wanted.window, wanted.slice);
            figures.put(wanted, figure);
            heard.put(wanted, new FigureListener(parts, figure, List.of((int) wanted.asAt.toEpochDay())));
        }
        new LogPlayer(
                        published,
                        force + ".",
                        EventOptions.of(Forces.any()),
                        Optional.empty(),
                        new All(heard.values()),
                        Clock.systemUTC())
                .play(new PlayedLog(log, 25));
        for (Map.Entry<Wanted, FigureListener> one : heard.entrySet()) {
            Wanted wanted = one.getKey();
            Explanation explained = Explanation.of(
                    figures.get(wanted),
                    (int) wanted.asAt.toEpochDay(),
                    one.getValue().contributors());
            String name = force + " " + wanted;
            assertThat(explained.numerator()).as(name).isEqualTo(wanted.numerator);
            if (wanted.denominator != null && !figures.get(wanted).isForPeople()) {
                assertThat(explained.denominator()).as(name).isEqualTo(wanted.denominator);
            }
            compareCases(oracle, force, wanted, explained, name);
        }
    }

    /** They hear the same replay. */
    private record All(Collection<FigureListener> listeners) implements ReplayListener {
        @Override
        public void ofSubject(SubjectType type, DecodedRecord event, List<DeltaEntry> entries) {
            listeners.forEach(listener -> listener.ofSubject(type, event, entries));
        }

        @Override
        public void ofPerson(SubjectType type, DecodedRecord event, PersonUpdate update, List<DeltaEntry> entries) {
            listeners.forEach(listener -> listener.ofPerson(type, event, update, entries));
        }
    }

    private void compareCases(Oracle oracle, String force, Wanted wanted, Explanation explained, String name)
            throws SQLException {
        if (!explained.in().isEmpty()) {
            withCases++;
        }
        boolean counts = wanted.denominator == null || explained.figure().isForPeople();
        Map<String, String> cases = standing(oracle, BY_CASE, force, wanted, counts, false);
        if (!cases.isEmpty()) {
            byCase++;
            assertThat(standing(explained, counts)).as(name).isEqualTo(cases);
        }
        Map<String, String> persons = standing(oracle, BY_PERSON, force, wanted, counts, true);
        if (explained.figure().column().isPresence() && wanted.numerator > 0) {
            assertThat(persons).as(name + ": who they are").isNotEmpty();
        }
        if (!persons.isEmpty()) {
            byPerson++;
            assertThat(standing(explained, counts)).as(name).isEqualTo(persons);
        }
        if (cases.isEmpty() && persons.isEmpty()) {
            bySum++;
        }
    }

    private static Map<String, String> standing(
            Oracle oracle, String query, String force, Wanted wanted, boolean counts, boolean coded)
            throws SQLException {
        Map<String, String> standing = new TreeMap<>();
        oracle.forEachRow(
                query.formatted(force, wanted.kpi, wanted.basis, wanted.window, wanted.slice, wanted.asAt),
                row -> standing.put(
                        coded ? code(wanted, row.getString("who")) : row.getString("who"),
                        said(row.getInt("numerator"), row.getInt("denominator"), counts)));
        standing.values().removeIf(said -> counts && said.equals("0"));
        return standing;
    }

    /** Of a pseudonym or a place; an address has another code than a cell of the same name. */
    private static String code(Wanted wanted, String who) {
        long code = PersonCode.of(who);
        return Long.toHexString(wanted.kpi.equals(OF_ADDRESSES) ? ~code : code);
    }

    private static Map<String, String> standing(Explanation explained, boolean counts) {
        Map<String, String> standing = new TreeMap<>();
        for (Counted one : explained.in()) {
            standing.put(one.contributor().reference(), said(one.numerator(), one.denominator(), counts));
        }
        return standing;
    }

    /** A count has no denominator. */
    private static String said(int numerator, int denominator, boolean counts) {
        return counts ? Integer.toString(numerator) : numerator + " of " + denominator;
    }
}
