package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Benchmark;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Commitments;
import vaiwg.kpis.reference.Sites;
import vaiwg.statistics.signals.charts.RebaseRegister;

/** The registers that are kept with a publication: of rebases, of what figures are read beside, and of recommendations, steps, posts and interventions. */
final class Registers {
    private static final RegisterRows COMMITMENTS = new RegisterRows(
            "kpi_commitment",
            "force, id",
            "register, place, number, set_title, body, addressed, owner, day, when_said, measures, reason, section",
            "true");

    private static final String OF_EVERY_FORCE = "force = ''";
    private static final String OF_SITES = "force <> ''";

    private Registers() {}

    /** Writes what the registers of every force say otherwise than before, in the caller's transaction. */
    static void writeOfEveryForce(Connection connection, int publication, Sites sites) throws SQLException {
        rebases(OF_EVERY_FORCE).write(connection, publication, of("", rebases(sites)));
        benchmarks(OF_EVERY_FORCE).write(connection, publication, of("", benchmarks(sites)));
    }

    /** Writes what the registers of sites say otherwise than before, in the caller's transaction. */
    static void writeOfSites(Connection connection, int publication, Sites sites) throws SQLException {
        rebases(OF_SITES).write(connection, publication, ofForces(rebases(sites)));
        benchmarks(OF_SITES).write(connection, publication, ofForces(benchmarks(sites)));
        COMMITMENTS.write(connection, publication, commitments(sites));
    }

    /** All that the registers say, in the order of the tables' columns. */
    static List<List<Object>> all(Sites sites) {
        List<List<Object>> all = new ArrayList<>(rebases(sites));
        all.addAll(commitments(sites));
        all.addAll(benchmarks(sites));
        return all;
    }

    private static RegisterRows rebases(String among) {
        return new RegisterRows("kpi_rebase", "force, day, affects, reason", "", among);
    }

    private static RegisterRows benchmarks(String among) {
        return new RegisterRows(
                "kpi_benchmark",
                "force, kpi, slice, kind, name, valid_from",
                "stated, unit, first_day, last_day, reason, source, quote",
                among);
    }

    /** Of rows that begin with the force. */
    private static List<List<Object>> of(String force, List<List<Object>> rows) {
        return rows.stream().filter(row -> row.get(0).equals(force)).toList();
    }

    private static List<List<Object>> ofForces(List<List<Object>> rows) {
        return rows.stream().filter(row -> !row.get(0).equals("")).toList();
    }

    private static List<List<Object>> rebases(Sites sites) {
        return RebaseRegister.of(sites).entries().stream()
                .map(entry -> List.<Object>of(
                        entry.force(),
                        LocalDate.ofEpochDay(entry.day()),
                        String.join(" ", entry.affects()),
                        entry.reason()))
                .toList();
    }

    private static List<List<Object>> commitments(Sites sites) {
        Map<List<Object>, Integer> places = new HashMap<>();
        return Commitments.of(sites).stream()
                .map(entry -> row(entry, places.merge(List.of(entry.force(), entry.register()), 1, Integer::sum)))
                .toList();
    }

    private static List<Object> row(Commitment entry, int place) {
        return Arrays.asList(
                entry.force(),
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

    private static List<List<Object>> benchmarks(Sites sites) {
        return Benchmarks.of(sites).entries().stream().map(Registers::row).toList();
    }

    private static List<Object> row(Benchmark entry) {
        return Arrays.asList(
                entry.force(),
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
