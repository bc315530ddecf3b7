package vaiwg.verification.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.EventStream;

/**
 * At which snapshots of a history to look: the last, in some forces those that it is compared with, one at whose very midnight something
 * changed; firsts of a month, days on which something may enter a window or leave it, and any days.
 */
final class SnapshotDays {
    private final History history;
    private final KindOfForce kind;
    private final Dice dice;
    private final List<LocalDate> days;

    SnapshotDays(History history, KindOfForce kind, Dice dice) {
        this.history = history;
        this.kind = kind;
        this.dice = dice;
        this.days = history.start().datesUntil(history.end()).skip(1).toList();
    }

    /** About so many, in their order. */
    List<LocalDate> some(int number) {
        List<LocalDate> firsts =
                days.stream().filter(day -> day.getDayOfMonth() == 1).toList();
        List<LocalDate> toTheInstant = days.stream()
                .filter(day -> history.changesAt(Dice.midnight(day)))
                .toList();
        List<LocalDate> chosen = new ArrayList<>(List.of(history.end()));
        if (kind.isLong() || kind.isCrowded()) {
            Stream.of(28, 90)
                    .map(history.end()::minusDays)
                    .filter(days::contains)
                    .forEach(chosen::add);
        }
        if (!toTheInstant.isEmpty()) {
            chosen.add(dice.oneOf(toTheInstant));
        }
        for (int i = chosen.size() - 1; i < number; i++) {
            boolean first = (i % 3 == 0 || kind.knowsOnlyMonths()) && !firsts.isEmpty();
            LocalDate any = dice.oneOf(days);
            chosen.add(
                    first ? dice.oneOf(firsts) : dice.chance(0.7) ? atAnEdge().orElse(any) : any);
        }
        return chosen.stream().distinct().sorted().toList();
    }

    /** A day on which something dated in a record, of whatever stream, may be the first or no longer the last to count. */
    private Optional<LocalDate> atAnEdge() {
        EventStream stream = dice.oneOf(EventStream.values());
        List<Instant> dated = history.records().stream()
                .filter(record -> record.stream() == stream)
                .map(FeedRecord::value)
                .flatMap(SnapshotDays::instants)
                .toList();
        return dated.isEmpty()
                ? Optional.empty()
                : Stream.generate(() -> Dice.day(dice.oneOf(dated))
                                .plusDays(dice.oneOf(0, 0, 0, 7, 28, 90, 180, 365))
                                .plusDays(dice.oneOf(0, 0, 0, 28, 90, 365, 1_826))
                                .plusDays(dice.oneOf(0, 1, 1, 1)))
                        .limit(20)
                        .filter(days::contains)
                        .findFirst();
    }

    /** What a record dates, and not when it was changed. */
    private static Stream<Instant> instants(SpecificRecord record) {
        return record.getSchema().getFields().stream()
                .filter(field -> !field.name().equals("changedAt"))
                .map(Schema.Field::pos)
                .map(record::get)
                .filter(Instant.class::isInstance)
                .map(Instant.class::cast);
    }
}
