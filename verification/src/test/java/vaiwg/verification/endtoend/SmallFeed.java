package vaiwg.verification.endtoend;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.Source;

/** So many outcomes a minute apart, with a progress record in every stream at the end. */
record SmallFeed(int outcomes) implements Feed {
    static final Instant START = Instant.parse("2021-03-01T00:00:00Z");
    private static final long MINUTE = 60_000L;

    static FeedRecord outcome(int number) {
        long timestamp = START.toEpochMilli() + number * MINUTE;
        Outcome outcome = Outcome.newBuilder()
                .setCrimeReference("crime-" + number % 50)
                .setForce("west-midlands")
                .setEventId(new UUID(0, number).toString())
                .setVersion(number)
                .setChangedAt(Instant.ofEpochMilli(timestamp))
                .setSource(Source.SYNTHETIC)
                .setDateResolution(DateResolution.DAY)
                .setOutcomeType("16")
                .build();
        return new FeedRecord(EventStream.OUTCOME, outcome.getCrimeReference(), timestamp, outcome);
    }

    @Override
    public String describe() {
        return outcomes + " outcomes";
    }

    @Override
    public long expectedRecords() {
        return outcomes + EventStream.values().length;
    }

    @Override
    public Instant end() {
        return START.plusMillis(outcomes * MINUTE);
    }

    @Override
    public void play(Consumer<FeedRecord> sink) {
        for (int number = 0; number < outcomes; number++) {
            sink.accept(outcome(number));
        }
        Progress progress = Progress.newBuilder()
                .setCompleteThrough(end())
                .setProducer("test")
                .build();
        for (EventStream stream : List.of(EventStream.values())) {
            sink.accept(new FeedRecord(stream, null, end().toEpochMilli(), progress));
        }
    }
}
