package vaiwg.policeuk;

import java.time.Instant;
import java.util.function.Consumer;
import vaiwg.cli.feed.FeedRecord;

/** Sends a new version of a crime or an outcome where the files have come to say something else than the last one sent. */
final class Announcer {
    private final Consumer<FeedRecord> sink;
    private final Instant closedThrough;
    private long events;
    private long late;

    /** @param closedThrough until when the topics were said to be complete */
    Announcer(Consumer<FeedRecord> sink, Instant closedThrough) {
        this.sink = sink;
        this.closedThrough = closedThrough;
    }

    /** Sends the crime if it has changed; returns whether it has. */
    boolean crime(String force, String crimeId, Dossier dossier, Instant changedAt, String eventId) {
        Dossier.CrimeState now = dossier.crimeNow();
        if (now == null || now.equals(dossier.sentCrime())) {
            return false;
        }
        dossier.sent(now, dossier.crimeVersion() + 1);
        send(EventMaker.crime(new EventMaker.Head(force, crimeId, eventId, dossier.crimeVersion(), changedAt), now));
        return true;
    }

    /** Sends the outcome if it has changed; returns whether it has. */
    boolean outcome(String force, String crimeId, Dossier dossier, Instant changedAt, String eventId) {
        Dossier.OutcomeState now = dossier.outcomeNow();
        if (now == null || now.equals(dossier.sentOutcome())) {
            return false;
        }
        dossier.sent(now, dossier.outcomeVersion() + 1);
        send(EventMaker.outcome(
                new EventMaker.Head(force, crimeId, eventId, dossier.outcomeVersion(), changedAt), now));
        return true;
    }

    private void send(FeedRecord next) {
        events++;
        late += Instant.ofEpochMilli(next.timestamp()).isAfter(closedThrough) ? 0 : 1;
        sink.accept(next);
    }

    long events() {
        return events;
    }

    /** How many of them belong before the instant through which the topics were complete. */
    long late() {
        return late;
    }
}
