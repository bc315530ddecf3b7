package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Benchmark;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Commitments;
import vaiwg.statistics.signals.charts.RebaseRegister;

/** The registers that are kept with a publication: of rebases, of what figures are read beside, and of recommendations, steps and posts. */
final class Registers {
    private static final RegisterRows REBASES =
            new RegisterRows("kpi_rebase", List.of("day", "affects", "reason"), List.of(), "true");
    private static final RegisterRows COMMITMENTS = new RegisterRows(
            "kpi_commitment",
            List.of("id"),
            List.of(
                    "register",
                    "place",
                    "number",
                    "set_title",
                    "body",
                    "addressed",
                    "owner",
                    "day",
                    "when_said",
                    "measures",
                    "reason",
                    "section"),
            "true");

    private Registers() {}

    /** Writes what the shipped registers say otherwise than before, in the caller's transaction. */
    static void writeShipped(Connection connection, int publication) throws SQLException {
        REBASES.write(connection, publication, rebases());
        COMMITMENTS.write(connection, publication, commitments());
        benchmarks(false).write(connection, publication, benchmarks(Benchmarks.shipped(), false));
    }

    /** Writes what a site's own file of benchmarks says otherwise than before, in the caller's transaction. */
    static void writeOwn(Connection connection, int publication, Benchmarks benchmarks) throws SQLException {
        benchmarks(true).write(connection, publication, benchmarks(benchmarks, true));
    }

    /** All that the shipped registers say, in the order of the tables' columns. */
    static List<List<Object>> shipped() {
        List<List<Object>> all = new ArrayList<>(rebases());
        all.addAll(commitments());
        all.addAll(benchmarks(Benchmarks.shipped(), false));
        return all;
    }

    private static List<List<Object>> rebases() {
        return RebaseRegister.shipped().entries().stream()
                .map(entry -> List.<Object>of(
                        LocalDate.ofEpochDay(entry.day()), String.join(" ", entry.affects()), entry.reason()))
                .toList();
    }

    private static List<List<Object>> commitments() {
        Map<Commitment.Register, Integer> places = new EnumMap<>(Commitment.Register.class);
        return Commitments.shipped().stream()
                .map(entry -> row(entry, places.merge(entry.register(), 1, Integer::sum)))
                .toList();
    }

    private static List<Object> row(Commitment entry, int place) {
        return Arrays.asList(
                entry.id(),
                entry.register().slug(),
                place,
                entry.number(),
                entry.set(),
                entry.text(),
                entry.addressed(),
                entry.owner(),
                entry.day().orElse(null),
                entry.when(),
                entry.measures().stream().map(Commitment.Seen::text).collect(Collectors.joining(" ")),
                entry.note(),
                entry.section());
    }

    private static RegisterRows benchmarks(boolean own) {
        return new RegisterRows(
                "kpi_benchmark",
                List.of("own", "kpi", "slice", "kind", "name", "valid_from"),
                List.of("stated", "unit", "first_day", "last_day", "reason", "source", "quote"),
                "own = " + own);
    }

    private static List<List<Object>> benchmarks(Benchmarks benchmarks, boolean own) {
        return benchmarks.entries().stream()
                .filter(entry -> entry.own() == own)
                .map(Registers::row)
                .toList();
    }

    private static List<Object> row(Benchmark entry) {
        return Arrays.asList(
                entry.own(),
                entry.measure(),
                entry.slice(),
                entry.kind().slug(),
                entry.name(),
                entry.validFrom(),
                entry.value(),
                entry.unit().slug(),
                entry.from().orElse(null),
                entry.to().orElse(null),
                entry.reason(),
                entry.source(),
                entry.quote());
    }
}
