package vaiwg.policeuk;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Consumer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.EventStream;

/**
 * One pass over the files of releases, month by month. What a month's first release says becomes known at the midnight that ends the
 * month, crimes before outcomes; then every stream is complete up to the millisecond before that midnight. What a later release
 * corrects becomes known on its day.
 */
final class ArchiveImport {
    private final ImportPlan plan;
    private final Ledger ledger;
    private final Consumer<FeedRecord> sink;
    private final Announcer announcer;
    private final Map<Release, Map<String, ForceReport>> reports = new LinkedHashMap<>();
    private final Map<Release, Correction> corrections = new LinkedHashMap<>();
    private final Queue<Correction> waiting;

    /** @param ledger what earlier imports have sent; it is brought up to date */
    ArchiveImport(List<Release> releases, ImportPlan plan, Ledger ledger, Consumer<FeedRecord> sink) {
        this.plan = plan;
        this.ledger = ledger;
        this.sink = sink;
        this.announcer = new Announcer(sink, ledger.closedThrough());
        plan.corrections().forEach(release -> corrections.put(release, new Correction(release)));
        this.waiting = new ArrayDeque<>(corrections.values());
        releases.forEach(release -> reports.put(release, new TreeMap<>()));
    }

    /** Sends every event and returns what was found. */
    Imported run() {
        Map<YearMonth, List<ImportPlan.Reading>> months = plan.byMonth();
        // A month without a file passes too: the clock of a topic must not depend on what a force left out.
        for (YearMonth month = plan.firstMonth();
                !LondonMonth.end(month).isAfter(plan.end());
                month = month.plusMonths(1)) {
            Instant end = LondonMonth.end(month);
            correctThrough(end.minusMillis(1));
            months.getOrDefault(month, List.of()).forEach(this::read);
            correctThrough(end);
            if (end.isBefore(plan.end())) {
                sendProgress(end.minusMillis(1), end);
            }
        }
        correctThrough(plan.end());
        sendProgress(plan.end(), plan.end());
        return new Imported(found(), announcer.events(), announcer.late());
    }

    private List<Imported.OfRelease> found() {
        List<Imported.OfRelease> found = new ArrayList<>();
        reports.forEach((release, forces) -> {
            forces.values().forEach(ForceReport::close);
            found.add(new Imported.OfRelease(
                    release, List.copyOf(forces.values()), Optional.ofNullable(corrections.get(release))));
        });
        return found;
    }

    private void correctThrough(Instant instant) {
        for (Correction next = waiting.peek();
                next != null && !next.release().publishedAt().isAfter(instant);
                next = waiting.peek()) {
            waiting.remove().apply(ledger, announcer);
        }
    }

    private void sendProgress(Instant completeThrough, Instant timestamp) {
        for (EventStream stream : EventStream.values()) {
            sink.accept(EventMaker.progress(stream, completeThrough, timestamp));
        }
    }

    private void read(ImportPlan.Reading reading) {
        ArchiveFile file = reading.file();
        ForceReport report = reports.get(reading.release()).computeIfAbsent(file.force(), ForceReport::new);
        RowStatements statements = reading.corrects()
                ? corrections.get(reading.release()).of(file)
                : new FirstRelease(file, ledger, announcer);
        new FileRows(file, report, statements).read();
    }
}
