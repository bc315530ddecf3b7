package vaiwg.jobs.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.jobs.reconcile.Difference.Kind;
import vaiwg.jobs.reconcile.Difference.Origin;
import vaiwg.jobs.replay.LogPlayer;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.jobs.replay.ReplayLog;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.jobs.store.Publication;
import vaiwg.jobs.store.SeriesName;
import vaiwg.jobs.store.SnapshotTable;
import vaiwg.jobs.store.SnapshotTables;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;

/**
 * Plays the log and compares every row of every snapshot of the newest publication with what the log gives: by a fingerprint of each table at
 * each midnight first, and where one differs in a second replay row by row.
 *
 * @param catalogue of this build, with the folders of the forces
 * @param topicPrefix of the log's topics
 * @param events by which rules the job reads
 */
public record Reconciler(Database database, Catalogue catalogue, String topicPrefix, EventOptions events, Clock clock) {
    /**
     * @param log the same each time it is asked for: once, and once more where something differs
     * @param topics which they are, as {@link vaiwg.jobs.kafka.TopicReport#log} names them
     * @throws IllegalStateException in one sentence, where nothing can be compared
     * @throws DatabaseException in one sentence, where the database does not answer or rejects
     */
    public Reconciliation reconcile(Supplier<ReplayLog> log, String topics) {
        return reconcile(log, topics, (force, midnight) -> true);
    }

    /**
     * Likewise, of a log that ends earlier than the one from which was published.
     *
     * @param tells whether it must have a midnight of a force that was published
     */
    public Reconciliation reconcile(Supplier<ReplayLog> log, String topics, BiPredicate<String, LocalDate> tells) {
        try (Connection connection = database.connect()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            Published published = Published.newest(connection);
            if (Publication.isOfOthers(published.topics(), topics)) {
                throw new IllegalStateException("The newest publication in the database, "
                        + published.publication().number() + ", is of "
                        + ReplacedTopics.inWords(connection, published.topics(), topicPrefix)
                                .orElse("other topics than these: name its topics, or the database of these."));
            }
            List<SnapshotTable> tables = SnapshotTables.of(catalogue, published.publication());
            published.read(connection, tables);
            Set<Midnight> beginnings = beginnings(connection, published);
            connection.commit();
            connection.setAutoCommit(true);
            Comparison comparison = new Comparison(published, tables, beginnings, tells);
            long records = records(player(published, comparison), log);
            List<Difference> differences = new ArrayList<>(otherRules(published));
            comparison.lost().forEach(midnight -> differences.add(whole(Kind.MIDNIGHT_LOST, midnight)));
            comparison.changed().forEach(midnight -> differences.add(whole(Kind.MIDNIGHT_CHANGED, midnight)));
            comparison.added().forEach(midnight -> differences.add(whole(Kind.MIDNIGHT_ADDED, midnight)));
            if (!comparison.differing().isEmpty()) {
                DifferenceFinder finder = new DifferenceFinder(
                        connection, catalogue, tables, published, comparison.differing(), measures(differences));
                player(published, finder).play(log.get());
                differences.addAll(finder.found());
            }
            return new Reconciliation(
                    published.publication().number(),
                    comparison.midnights(),
                    comparison.rows(),
                    comparison.values(),
                    records,
                    comparison.notYet(),
                    comparison.later().size(),
                    comparison.differing().size(),
                    differences);
        } catch (SQLException e) {
            throw new DatabaseException(database, e);
        }
    }

    /** How many were played. Nobody keeps the player meanwhile: what it keeps is large, and the next needs as much. */
    private static long records(LogPlayer player, Supplier<ReplayLog> log) {
        player.play(log.get());
        return player.records();
    }

    private LogPlayer player(Published published, ReplayListener listener) {
        PaneOptions panes = new PaneOptions(
                        () -> catalogue,
                        published.publication().dailyFrom(),
                        published.keepsTotalsDaily(),
                        Long.MAX_VALUE)
                .shown(false);
        return new LogPlayer(catalogue, topicPrefix, events, Optional.of(panes), listener, clock);
    }

    /** The first midnight of each force, where an earlier publication has others before it. */
    private static Set<Midnight> beginnings(Connection connection, Published published) throws SQLException {
        Set<Midnight> beginnings = new HashSet<>();
        for (Map.Entry<String, int[]> force :
                Comparison.firstAndLast(published.markers().keySet()).entrySet()) {
            Midnight first = new Midnight(force.getKey(), force.getValue()[0]);
            if (published.hasEarlier(connection, first)) {
                beginnings.add(first);
            }
        }
        return beginnings;
    }

    /** Measures that are counted by another rule now than when they were published, or by none; in the order of their names. */
    private List<Difference> otherRules(Published published) {
        Set<String> kpis = new TreeSet<>(published.definitions().keySet());
        catalogue.measures().stream().map(Measure::slug).forEach(kpis::add);
        LocalDate newest = LocalDate.ofEpochDay(published.markers().keySet().stream()
                .mapToInt(Midnight::asAt)
                .max()
                .orElse(published.publication().dailyFrom()));
        List<Difference> others = new ArrayList<>();
        for (String kpi : kpis) {
            String there = published.definitions().getOrDefault(kpi, "none");
            String here = catalogue.measures().stream()
                    .filter(measure -> measure.slug().equals(kpi))
                    .map(catalogue::definition)
                    .findFirst()
                    .orElse("none");
            if (!there.equals(here)) {
                others.add(new Difference(
                        Kind.RULE,
                        Origin.PUBLISHED,
                        "kpi_dictionary",
                        "",
                        Optional.of(new SeriesName(kpi, "", "", "", there, false)),
                        newest,
                        "definition " + there + ", and here " + here,
                        Optional.empty()));
            }
        }
        return others;
    }

    private static Set<String> measures(List<Difference> differences) {
        Set<String> kpis = new HashSet<>();
        differences.stream()
                .filter(difference -> difference.kind() == Kind.RULE)
                .flatMap(difference -> difference.series().stream())
                .map(SeriesName::kpi)
                .forEach(kpis::add);
        return kpis;
    }

    private static Difference whole(Kind kind, Midnight midnight) {
        return new Difference(
                kind,
                Origin.PUBLISHED,
                "kpi_snapshot",
                midnight.force(),
                Optional.empty(),
                midnight.date(),
                "",
                Optional.empty());
    }
}
