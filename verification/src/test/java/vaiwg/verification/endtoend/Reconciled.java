package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.reconcile.Difference;
import vaiwg.jobs.reconcile.Reconciler;
import vaiwg.jobs.reconcile.Reconciliation;
import vaiwg.jobs.replay.KafkaReplayLog;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** What was published of a log beside a replay of it in one process, as {@code vaiwg reconcile} compares. */
final class Reconciled {
    private Reconciled() {}

    static Reconciliation of(EventLog log, Database database) throws InterruptedException {
        return of(log, database, ShippedCatalogue.get());
    }

    /** Likewise, with the measures and the folders with which the job ran. */
    static Reconciliation of(EventLog log, Database database, Catalogue catalogue) throws InterruptedException {
        String topics = TopicReport.of(log.connection()).log();
        try (KafkaReplayLog read = KafkaReplayLog.open(log.connection())) {
            return new Reconciler(database, catalogue, log.prefix(), EventOptions.of(Forces.any()), Clock.systemUTC())
                    .reconcile(() -> read, topics);
        }
    }

    /** Every published row is what the log says. */
    static void requireSame(EventLog log, Database database) throws InterruptedException {
        Reconciliation done = of(log, database);
        assertThat(done.differences().stream().map(Difference::inWords)).isEmpty();
        assertThat(done.isGreen()).isTrue();
        assertThat(done.midnights()).isPositive();
        assertThat(done.values()).isPositive();
    }
}
